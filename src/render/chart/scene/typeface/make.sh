#!/usr/bin/env bash
# Makes the faces of this folder from Debian's package fonts-noto-core: Latin, Cyrillic and the marks that charts need,
# without hinting and without kerning, so that a text is as wide as the advances of its letters in every format.
# Needs: apt-get install fonts-noto-core; pip install fonttools brotli
set -euo pipefail
cd "$(dirname "$0")"
from="${NOTO:-/usr/share/fonts/truetype/noto}"
marks="U+2009-200A,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032-2033,U+2039-203A,U+2044"
letters="U+0020-007E,U+00A0-017F,U+0192,U+0218-021B,U+02C6-02DD,U+0300-0304,U+0306-0308,U+030A-030C,U+0327,U+0328"
cyrillic="U+0400-045F,U+0462-0463,U+046A-046B,U+0474-0475,U+048A-052F"
signs="U+20AC,U+20BD,U+2116,U+2122"
for weight in Regular Bold; do
    for flavor in "" woff2; do
        pyftsubset "$from/NotoSans-$weight.ttf" --unicodes="$letters,$cyrillic,$marks,$signs" \
            --layout-features='' --no-hinting --desubroutinize --drop-tables+=GSUB,GPOS,GDEF,kern,DSIG \
            --name-IDs='0,1,2,3,4,5,6,13,14' --notdef-outline --no-recalc-timestamp \
            ${flavor:+--flavor=$flavor} --output-file="NotoSans-$weight.${flavor:-ttf}"
    done
done
{
    echo "Copyright 2015 Google LLC. All Rights Reserved. (Noto Sans, in part: see make.sh)"
    echo
    echo "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007"
    sed -n '/^ PREAMBLE$/,/^License: GPL/p' /usr/share/doc/fonts-noto-core/copyright | sed '$d; s/^ //; s/^\.$//'
} > OFL.txt
