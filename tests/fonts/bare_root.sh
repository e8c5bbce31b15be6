#!/usr/bin/env bash
# Proves that pictures need nothing of the system: draws every kind in a root folder that holds nothing but the program and
# the libraries that it is linked with (no fonts, no settings, no network), and outside of it, and compares the bytes.
set -euo pipefail
cd "$(dirname "$0")/../.."
program="$(realpath "${1:-target/release/thb-cost}")"
bare="$(mktemp -d)"
trap 'rm -rf "$bare"' EXIT
mkdir -p "$bare/out" "$bare/project"
cp "$program" "$bare/thb-cost"
cp examples/agencies-made-up/*.{csv,toml} "$bare/project/"
ldd "$program" | grep -o '/[^ )]*' | while read -r library; do
    mkdir -p "$bare$(dirname "$library")"
    cp -L "$library" "$bare$library"
done
PATH="$PATH:/usr/sbin:/sbin"
inside=("$(command -v chroot)" "$bare")
[ "$(id -u)" = 0 ] || inside=("$(command -v unshare)" --map-root-user --net "${inside[@]}")
count=0
for language in en bg; do
    for format in svg png pdf; do
        args=(-q --project project chart --all --format "$format" --lang "$language")
        env -i "${inside[@]}" /thb-cost "${args[@]}" -o "/out/$language"
        (cd "$bare" && "$program" "${args[@]}" -o "outside/$language")
    done
    for file in "$bare/out/$language"/*; do
        cmp "$file" "$bare/outside/$language/$(basename "$file")"
        count=$((count + 1))
    done
done
echo "$count pictures are the same bytes in a bare root folder"
