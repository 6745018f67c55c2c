# What the scripts share; read with `source`, never run.
# shellcheck shell=bash

plugin=carbon_zoning
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${CARBON_ZONING_CACHE:-$root/.cache}
venv=${CARBON_ZONING_VENV:-$root/.venv}

# Qt writes file names in the locale's encoding: under the bare C locale a folder with a Chinese name cannot be opened.
[ "$(locale charmap 2>/dev/null)" = UTF-8 ] || export LC_ALL=C.UTF-8

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

# Debian's package of QGIS 3.22 wraps both programs in scripts that pass an option qgis_process does not know;
# the programs themselves, beside them, are sound.
qgis_process_binary() { command -v qgis_process.bin || command -v qgis_process; }
qgis_window_binary() { command -v qgis.bin || command -v qgis; }

# Links the checkout, whatever it is called, under the plugin's name, and sets what every QGIS here needs.
link_plugin() {
    # QGIS takes the library of the first python3 on PATH for its own: one of the same version, such as of pyenv or
    # conda, lets it end with "No module named 'qgis'"
    export PATH=/usr/bin:$PATH
    mkdir -p "$cache/plugins"
    ln -sfn "$root" "$cache/plugins/$plugin"
    export QGIS_PLUGINPATH=$cache/plugins
    # QGIS runs the system's Python: show it the libraries that Debian has no package of
    PYTHONPATH=$(printf '%s:' "$venv"/lib/python3*/site-packages)${PYTHONPATH:-}
    export PYTHONPATH
    if [ -z "${XDG_RUNTIME_DIR:-}" ]; then # or Qt says at every start which folder it took
        export XDG_RUNTIME_DIR=$cache/runtime
        mkdir -p -m 700 "$XDG_RUNTIME_DIR"
    fi
}

# The same for the qgis_process $1: without a screen, the plugin enabled in a profile of its own.
prepare_qgis() {
    local profile=$cache/profile log
    link_plugin
    export QGIS_CUSTOM_CONFIG_PATH=$profile QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen}
    if [ ! -e "$profile/enabled" ]; then
        mkdir -p "$profile"
        log=$("$1" plugins enable "$plugin" 2>&1) || { say "$log"; return 1; }
        touch "$profile/enabled"
    fi
}
