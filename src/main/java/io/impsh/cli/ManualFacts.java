package io.impsh.cli;

import java.util.List;

/** What the manual page tells beside commands and options. */
final class ManualFacts {
    /**
     * @param name a number, a variable or a file
     * @param meaning in plain words
     */
    record Fact(String name, String meaning) {
        private static Fact code(int code, String meaning) {
            return new Fact("" + code, meaning);
        }
    }

    static final List<Fact> EXIT_CODES = List.of(
            Fact.code(ExitCode.DONE, "done"),
            Fact.code(ExitCode.FAILED, "the script or expression failed"),
            Fact.code(
                    ExitCode.USAGE,
                    "wrong usage: an option, a script or a parameter; also a name in a parameter that matches nothing"),
            Fact.code(
                    ExitCode.INCOMPLETE,
                    "a bulk change left failed or unknown items, or stopped by itself before all was started; the message"
                            + " names its journal"),
            Fact.code(
                    ExitCode.NO_ACCESS,
                    "not logged in, login refused, no permission, or a credentials source is broken"),
            Fact.code(ExitCode.UNREACHABLE, "the cloud cannot be reached, or gave up answering"),
            Fact.code(
                    ExitCode.NOT_CONFIRMED,
                    "a confirmation was needed and not given: nobody to ask, more things than --yes=N, or read-only"),
            Fact.code(ExitCode.TIMEOUT, "the time that --timeout gives was over"),
            Fact.code(ExitCode.HUNG_UP, "hang-up"),
            Fact.code(ExitCode.INTERRUPTED, "Ctrl-C; a bulk change ends in order, and the message says how to resume"),
            Fact.code(ExitCode.TERMINATED, "terminated, in the same order"),
            new Fact("exit(N)", "a script's own code, which wins over all of them"));

    static final List<Fact> VARIABLES = List.of(
            new Fact("IMPSH_USER, IMPSH_PASSWORD", "who logs in"),
            new Fact("IMPSH_LOGIN_KEY", "a login key, instead of both"),
            new Fact("IMPSH_OTP", "a one-time code for impsh login"),
            new Fact("IMPSH_ENDPOINT", "the service's base URL"),
            new Fact("IMPSH_PROFILE", "the profile to use"),
            new Fact("IMPSH_PARAM_NAME", "a script's secret parameter NAME"),
            new Fact("IMPSH_HOME", "where everything of impsh lives, in the folders config, state and cache"),
            new Fact("XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME", "where these three are without IMPSH_HOME"),
            new Fact(
                    "IMPT_AUTH_FILE_PATH, IMPT_LOGINKEY, IMPT_USER, IMPT_PASSWORD, IMPT_ENDPOINT",
                    "as impt takes them"),
            new Fact("HTTPS_PROXY, HTTP_PROXY, NO_PROXY", "the proxy, and who is reached without it"),
            new Fact("NO_COLOR, TERM=dumb", "no colours"),
            new Fact("COLUMNS", "the width of tables, where it is set"),
            new Fact("EDITOR, VISUAL", "for .editor at the prompt"),
            new Fact("PAGER", "for what is longer than the screen"),
            new Fact("JAVA_HOME", "the JDK to use, else java on the PATH"),
            new Fact("IMPSH_JAVA_OPTS", "more options for the JVM"),
            new Fact("IMPSH_NO_BUILD=1", "in a checkout of the sources: never build, run what is there"),
            new Fact("IMPSH_NO_ARCHIVE=1", "neither use nor make a class archive, which makes impsh start faster"),
            new Fact("IMPSH_MAKE_ARCHIVE=1", "make the class archive now, and do nothing else"));

    static final List<Fact> FILES = List.of(
            new Fact("~/.config/impsh/config.toml", "profiles, and settings of the shell"),
            new Fact("~/.config/impsh/credentials.json", "logins by profile, for you alone"),
            new Fact("~/.config/impsh/init.js", "evaluated when the prompt starts"),
            new Fact("~/.config/impsh/scripts/", "your saved scripts"),
            new Fact("~/.local/state/impsh/history", "what was typed at the prompt"),
            new Fact("~/.local/state/impsh/plans/", "journals of bulk changes"),
            new Fact("~/.local/state/impsh/audit.ndjson", "every other change that was sent"),
            new Fact("~/.cache/impsh/", "class archives, and names for Tab; may be deleted at any time"),
            new Fact(".impt.auth", "a login of the vendor's tool impt, in the present directory or in ~"),
            new Fact("scripts-library/", "beside the program: the saved scripts that come with it"));

    private ManualFacts() {}
}
