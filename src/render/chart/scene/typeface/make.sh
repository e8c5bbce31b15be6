#!/usr/bin/env bash
# Makes the faces of this folder from Debian's package fonts-noto-core: Latin with Vietnamese, Greek, Cyrillic, marks,
# currencies, raised and lowered digits, and from the mathematical face arrows and signs of comparison; without hinting and
# without kerning, so that a text is as wide as the advances of its letters in every format.
# Needs: apt-get install fonts-noto-core; pip install fonttools brotli
set -euo pipefail
cd "$(dirname "$0")"
from="${NOTO:-/usr/share/fonts/truetype/noto}"
export SOURCE_DATE_EPOCH=1577836800
made="$(mktemp -d)"
trap 'rm -rf "$made"' EXIT
# What nearly every picture needs, in a file of its own for SVG: `CORE` in typeface.rs says the same.
core="U+20-7E,U+A0-17F,U+192,U+218-21B,U+2C6-2DD,U+400-45F,U+2009-2022,U+2026,U+202F,U+2030-203A,U+20AC,U+2116,U+2122,U+2212"
latin="U+0020-007E,U+00A0-024F,U+02B0-02FF,U+0300-036F,U+1E00-1EFF"
greek="U+0370-03FF,U+1F00-1FFF"
cyrillic="U+0400-052F"
marks="U+2002-200A,U+2010-2027,U+202F,U+2030-205E"
signs="U+2070-209F,U+20A0-20CF,U+2100-218F"
mathematical="U+2190-2195,U+21D2,U+21D4,U+2208,U+2211,U+2212,U+221A,U+221E,U+2248,U+2260,U+2264,U+2265"
cut=(--layout-features='' --no-hinting --desubroutinize --drop-tables+=GSUB,GPOS,GDEF,kern,DSIG,MATH --notdef-outline
    --name-IDs='0,1,2,3,4,5,6,13,14' --no-recalc-timestamp)
pyftsubset "$from/NotoSansMath-Regular.ttf" --unicodes="$mathematical" "${cut[@]}" --output-file="$made/math.ttf"
for weight in Regular Bold; do
    pyftsubset "$from/NotoSans-$weight.ttf" --unicodes="$latin,$greek,$cyrillic,$marks,$signs" "${cut[@]}" \
        --output-file="$made/$weight.ttf"
    pyftmerge --drop-tables=GSUB,GPOS,GDEF,MATH "$made/$weight.ttf" "$made/math.ttf" --output-file="$made/merged.ttf"
    pyftsubset "$made/merged.ttf" --unicodes='*' "${cut[@]}" --output-file="NotoSans-$weight.ttf"
    pyftsubset "$made/merged.ttf" --unicodes="$core" "${cut[@]}" --flavor=woff2 --output-file="NotoSans-$weight-Core.woff2"
    pyftsubset "$made/merged.ttf" --unicodes='*' "${cut[@]}" --flavor=woff2 --output-file="NotoSans-$weight.woff2"
done
{
    echo "Copyright 2015 Google LLC. All Rights Reserved. (Noto Sans and Noto Sans Math, in part: see make.sh)"
    echo
    echo "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007"
    sed -n '/^ PREAMBLE$/,/^License: GPL/p' /usr/share/doc/fonts-noto-core/copyright | sed '$d; s/^ //; s/^\.$//'
} > OFL.txt
