# What Tab can offer beside words that never change: plans that were begun, saved scripts, and their parameters. Reads
# folders and the headers of scripts, as starting the program at each Tab would take too long.
# Nothing here goes through `compgen -W`, which would expand a file's name that holds $(...).

# Prints the ids of the plans that were begun.
function _impsh_plan_ids() {
  local state="${IMPSH_HOME:+$IMPSH_HOME/state}"
  ls "${state:-${XDG_STATE_HOME:-$HOME/.local/state}/impsh}/plans" 2>/dev/null | sed -n 's/\.ndjson$//p'
}

# Prints the folders of saved scripts: the user's own, then that beside the program, which is the first argument.
function _impsh_script_folders() {
  local config="${IMPSH_HOME:+$IMPSH_HOME/config}" program="$1" link
  echo "${config:-${XDG_CONFIG_HOME:-$HOME/.config}/impsh}/scripts"
  case $program in '~/'*) program="$HOME${program#?}" ;; esac
  program=$(type -P -- "$program" 2>/dev/null || whence -p -- "$program" 2>/dev/null)
  while [ -L "$program" ]; do
    link=$(readlink "$program")
    case $link in
      /*) program=$link ;;
      *) program=${program%/*}/$link ;;
    esac
  done
  case $program in */*) echo "${program%/*}/scripts-library" ;; esac
}

# Prints the names of all saved scripts.
function _impsh_script_names() {
  local folder
  _impsh_script_folders "$1" | while IFS= read -r folder; do
    ls "$folder" 2>/dev/null | sed -n 's/\.js$//p'
  done
}

# Prints the file of a script: of one that is named as a file, or of one of the library.
function _impsh_script_file() {
  local folder
  case $2 in
    '~/'*) echo "$HOME${2#?}" ;;
    */* | *.js) echo "$2" ;;
    *)
      _impsh_script_folders "$1" | while IFS= read -r folder; do
        if [ -f "$folder/$2.js" ]; then
          echo "$folder/$2.js"
          break
        fi
      done
      ;;
  esac
}

# Prints what a script's header declares, such as: --unbond-key secret
function _impsh_parameters() {
  local file
  file=$(_impsh_script_file "$1" "$2")
  [ -f "$file" ] || return 0
  awk '
    !inside && /^[ \t]*\/\*\*/ { inside = 1 }
    inside && match($0, /@param[ \t]+[{][^}]*[}][ \t]+[[]?[A-Za-z][A-Za-z0-9_]*/) {
      type = name = substr($0, RSTART, RLENGTH)
      sub(/^[^{]*[{]/, "", type)
      sub(/[}].*/, "", type)
      gsub(/[][() \t]/, "", type)
      sub(/.*[^A-Za-z0-9_]/, "", name)
      option = ""
      for (i = 1; i <= length(name); i++) {
        letter = substr(name, i, 1)
        if (letter == "_" || letter ~ /[A-Z]/ && substr(name, i - 1, 1) ~ /[a-z0-9]/) option = option "-"
        if (letter != "_") option = option tolower(letter)
      }
      print "--" option, type
    }
    inside && /\*\// { exit }
  ' "$file"
}

# Offers the lines of standard input that begin with a word.
function _impsh_offer() {
  local line
  while IFS= read -r line; do
    case $line in
      "") ;;
      "$1"*) COMPREPLY+=("$line") ;;
    esac
  done
}

# Offers the files that compgen finds with the options behind the word.
function _impsh_offer_files() {
  type compopt &>/dev/null && compopt -o filenames
  _impsh_offer "$1" <<END
$(compgen "${@:2}" -- "$1")
END
}

# What a script's option takes, or its options. Arguments: program, script, option before the word, word.
function _impsh_offer_parameters() {
  local parameters type
  parameters=$(_impsh_parameters "$1" "$2")
  type=$(awk -v "option=$3" '$1 == option { print $2; exit }' <<END
$parameters
END
  )
  if [ -z "$type" ]; then
    case $3 in
      %VALUED%)
        _complete_impsh
        return
        ;;
    esac
  fi
  case $4 in -*) type= ;; esac
  case $type in
    file) _impsh_offer_files "$4" -f ;;
    *"|"*) _impsh_offer "$4" <<END
$(echo "$type" | tr '|' '\n')
END
      ;;
    "" | boolean)
      case $4 in -*) _complete_impsh ;; esac
      [ -z "$type" ] || _impsh_offer "$4" <<END
true
false
END
      _impsh_offer "$4" <<END
$(echo "$parameters" | sed 's/ .*//')
END
      ;;
    *) case $4 in @*) _impsh_offer "$4" <<END
$(compgen -f -- "${4#@}" | sed 's/^/@/')
END
      esac ;;
  esac
}

function _impsh() {
  local program="${COMP_WORDS[0]}" current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"
  local command="" operand="" word i
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="${COMP_WORDS[i]}"
    case $word in
      =) i=$((i + 1)) ;;
      %VALUED%) [ "${COMP_WORDS[i + 1]}" = "=" ] || i=$((i + 1)) ;;
      -*) ;;
      *)
        if [ -n "$command" ]; then
          operand=$word
          break
        fi
        command=$word
        case $word in */* | *.js) command=run operand=$word ;; esac
        [ -z "$operand" ] || break
        ;;
    esac
  done
  # Both are words of their own in bash, where a line is split at =.
  [ "$current" != "=" ] || current=""
  [ "$before" != "=" ] || before="${COMP_WORDS[COMP_CWORD-2]}"
  if ((i > COMP_CWORD)); then
    _complete_impsh
    return
  fi
  type compopt &>/dev/null && compopt +o default
  case $command:$operand:$current in
    run:?*:* | plan:?*:*) _impsh_offer_parameters "$program" "$operand" "$before" "$current" ;;
    run::-* | plan::-* | scripts::-* | apply::-*) _complete_impsh ;;
    run::* | plan::*)
      _impsh_offer "$current" <<END
$(_impsh_script_names "$program")
END
      _impsh_offer_files "$current" -f -X '!*.js'
      [ -z "$current" ] || _impsh_offer_files "$current" -d
      ;;
    scripts::*) _impsh_offer "$current" <<END
$(_impsh_script_names "$program")
END
      ;;
    apply::*)
      _impsh_offer "$current" <<END
$(_impsh_plan_ids)
END
      _impsh_offer_files "$current" -f
      ;;
    *) _complete_impsh ;;
  esac
}

complete -F _impsh -o default impsh impsh.sh impsh.bash
