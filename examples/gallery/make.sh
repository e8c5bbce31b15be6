#!/usr/bin/env bash
# Makes the pictures of the README: examples/gallery/make.sh [PROGRAM]
set -euo pipefail
cd "$(dirname "$0")/../.."
program="${1:-target/release/thb-cost}"
gallery=examples/gallery
draw() { "$program" -q "$@"; }

draw --embedded chart years --size 1280x720 -o $gallery/years.png
draw --embedded chart years --size 1280x720 --lang bg --theme dark -o $gallery/years-bg.png
made_up=(--project examples/agencies-made-up)
draw "${made_up[@]}" chart years --size 1280x720 -o $gallery/made-up-years.png
draw "${made_up[@]}" chart per-victim --size 1280x720 -o $gallery/per-victim.png
draw "${made_up[@]}" chart share --size 1280x720 --theme print --lang bg -o $gallery/share.png
draw "${made_up[@]}" chart agencies --size 1280x720 -o $gallery/agencies.png
draw "${made_up[@]}" chart waterfall --size 1280x720 -o $gallery/waterfall.png
draw "${made_up[@]}" chart sankey --size 1280x720 -o $gallery/sankey.png
draw "${made_up[@]}" chart tornado --year 2016 --victims assisted --size 1280x720 -o $gallery/tornado.png
draw "${made_up[@]}" chart interval --size 1280x720 -o $gallery/interval.png
