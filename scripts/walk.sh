# Three visitors at the kiosk on a virtual display: a scanned member, a Non Anggota, a Rombongan, by real key and
# pointer events. Places come from what the kiosk says that it has painted (BUKU_TRACE), never from numbers here.
# Sourced by scripts/run, which has set: program (an array), work (a folder), pictures (a folder); and `windowed`, the
# size of a window that does not fill the display, such as 1280x800.
# shellcheck shell=bash disable=SC2154

# Ends the walk with a sentence, the last lines of the kiosk, and a picture of what stood there.
stuck() {
    import -window root "$pictures/stuck.png" 2>/dev/null || true
    grep -v '^control ' "$work/trace" | tail -n 20 >&2
    fail "the walk stopped: $* (picture: $pictures/stuck.png)"
}

# until_true SENTENCE COMMAND...: asks again until COMMAND succeeds, at most a minute.
until_true() {
    local sentence=$1 give_up=$((SECONDS + 60))
    shift
    until "$@"; do
        kill -0 "$kiosk" 2>/dev/null || stuck "the kiosk ended by itself"
        [ "$SECONDS" -lt "$give_up" ] || stuck "waited in vain for $sentence"
        sleep 0.05
    done
}

# A display of its own on a number that was free, so wide and high, with a window manager, and with room for a window that
# was asked for.
open_display() {
    local wide=${1:-1920} high=${2:-1080}
    if [[ ${windowed:-} =~ ^([0-9]+)x([0-9]+)$ ]]; then
        wide=$((BASH_REMATCH[1] + 80)) high=$((BASH_REMATCH[2] + 80))
    fi
    rm -f "$work/number"
    mkfifo "$work/number"
    Xvfb -displayfd 3 -screen 0 "${wide}x${high}x24" -nolisten tcp -noreset 3>"$work/number" >/dev/null 2>&1 &
    kiosk=$!
    children+=("$kiosk")
    read -r DISPLAY <"$work/number" || fail "the virtual display did not start"
    export DISPLAY=":$DISPLAY" LC_ALL=C.UTF-8
    openbox >/dev/null 2>&1 &
    children+=("$!")
    until_true "the window manager" eval 'xdotool get_desktop >/dev/null 2>&1'
}

open_kiosk() {
    : >"$work/trace"
    BUKU_TRACE=layout "${program[@]}" >"$work/said" 2>"$work/trace" &
    kiosk=$!
    children+=("$kiosk")
    screen welcome
    until_true "the keyboard to be the kiosk's" eval 'window=$(xdotool getactivewindow 2>/dev/null)'
}

painted() { [ "$(awk '/^screen / { now = $2 } /^dialog / { now = now "+" $2 } END { print now }' "$work/trace")" = "$1" ]; }

# Waits until that screen is painted, with no dialog over it.
screen() { until_true "the screen $1" painted "$1"; }

# The middle of the control of that name (in any case), else of the one whose name begins so, unless it is the name of
# a key; from the latest whole list since the last screen.
place() {
    awk -F '|' -v wanted="$1" '
        /^screen / { if ($0 != now) place = ""; now = $0 }
        /^dialog / { place = "" }
        /^controls$/ { exact = begun = "" }
        /^control / {
            split($NF, box, " ")
            at = int(box[1] + box[3] / 2) " " int(box[2] + box[4] / 2)
            if (tolower($2) == tolower(wanted)) exact = at
            else if (length(wanted) > 1 && index($2, wanted) == 1) begun = at
        }
        /^settled$/ { place = exact != "" ? exact : begun }
        END { print place }' "$work/trace"
}

placed() { [ -n "$(place "$1")" ]; }

# Touches the control of that name, at a person's pace: the kiosk takes a second touch within 250 ms for a slip.
touch_on() {
    until_true "the control \"$1\"" placed "$1"
    # shellcheck disable=SC2046 # two numbers
    xdotool sleep "${2:-0.35}" mousemove --window "$window" $(place "$1") click 1
}

# Writes on the on-screen keyboard, where fingers are quicker once they are there.
touch_keys() {
    local text=$1 at letter pace=0.35
    for ((at = 0; at < ${#text}; at++)); do
        letter=${text:at:1}
        [ "$letter" = ' ' ] && letter=spasi
        touch_on "$letter" "$pace"
        pace=0.12
    done
}

# Whether what has settled reaches across the window as asked for, else across the display: a window opens small and fills
# it a moment later.
across() {
    local wide=${windowed:-}
    [ -n "$wide" ] && wide=${wide%x*} || wide=$(xdotool getdisplaygeometry | cut -d ' ' -f 1)
    awk -F '|' -v wide="$wide" '
        /^controls$/ { far = 0 }
        /^control / { split($NF, box, " "); if (box[1] + box[3] > far) far = box[1] + box[3] }
        /^settled$/ { seen = far }
        END { exit !(seen > 0.8 * wide) }' "$work/trace"
}

# A moment after the last touch: what is behind the words of a new screen follows them where the processor draws.
picture() {
    sleep 0.5
    import -window root "$pictures/$1.png"
}

# From the purpose to the welcome.
choose() {
    screen purpose
    picture "$2-purpose"
    touch_on "$1"
    screen done
    picture "$2-done"
    touch_on Selesai
    screen welcome
}

walk_member() {
    until_true "the window to fill the display" across
    picture 1-welcome
    xdotool type --delay 0 --args 1 "$1" key --delay 0 Return
    choose 'Membaca di tempat' 1-member
}

walk_non_member() {
    touch_on 'Non Anggota'
    screen non_member
    touch_keys 'Rara Percontohan'
    touch_on Perempuan
    touch_on Dewasa
    touch_on 'SMA / SMK'
    touch_on Wiraswasta
    picture 2-non-member
    touch_on Lanjut
    choose 'Referensi atau penelitian' 2-non-member
}

walk_group() {
    touch_on Rombongan
    screen group
    touch_keys 'Dimas Percontohan'
    touch_on 'Asal instansi'
    touch_keys 'Sekolah Percontohan'
    touch_on Laki-laki
    touch_keys 12
    touch_on Perempuan
    touch_keys 14
    picture 3-group
    touch_on Lanjut
    choose 'Kunjungan atau wisata edukasi' 3-group
}
