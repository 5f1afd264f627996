package io.impsh.shell;

import io.impsh.output.OutputFormat;
import io.impsh.profile.Settings;
import io.impsh.script.Input;
import io.impsh.script.ScriptIo;
import io.impsh.script.SessionProfile;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What a shell is made of.
 *
 * @param session begins a session that prints and asks through what it is given; called once, and is to return at once.
 *     The shell closes it
 * @param profile where the session is connected to at first; a production one colours the prompt
 * @param connection changes that; {@code null} when it never changes
 * @param place what the prompt says before {@code >}, such as {@code sandbox demo}; asked before each entry, so it must
 *     not ask the service
 * @param banner the first line, or an empty text
 * @param history the file of the entries, made with its folder when it is not there; {@code null} to keep none
 * @param startFile the user's {@code init.js}; {@code null} for none, and it need not exist
 * @param firstInputs evaluated before the first entry, after {@code startFile}, and shown as if they were typed
 * @param settings how the user wants it, which {@code .set} changes
 * @param color what the command line says of colours; {@code AUTO} leaves it to {@code NO_COLOR} and the settings
 * @param trace whether errors are shown with their stack traces, and requests at all
 * @param secret whether an entry holds a secret and must stay out of the history file
 * @param environment the variables of the process: {@code TERM}, {@code NO_COLOR}, {@code VISUAL}, {@code EDITOR}
 */
public record ShellOptions(
        Function<ScriptIo, Evaluator> session,
        SessionProfile profile,
        ShellConnection connection,
        Supplier<String> place,
        String banner,
        Path history,
        Path startFile,
        List<Input.Typed> firstInputs,
        LiveSettings settings,
        Settings.Color color,
        LiveTrace trace,
        Predicate<String> secret,
        Map<String, String> environment) {

    /** Options with the usual values, to be changed one by one. */
    public static Builder of(Function<ScriptIo, Evaluator> session, SessionProfile profile, Supplier<String> place) {
        return new Builder(session, profile, place);
    }

    /** Where the session is connected to now. */
    SessionProfile presentProfile() {
        return connection == null ? profile : connection.profile();
    }

    /** How results are shown now. */
    OutputFormat format() {
        return OutputFormat.of(settings.get().output());
    }

    ScreenColours colours() {
        return new ScreenColours(color, settings, environment);
    }

    /** Makes options. */
    public static final class Builder {
        private final Function<ScriptIo, Evaluator> session;
        private final SessionProfile profile;
        private final Supplier<String> place;
        private ShellConnection connection;
        private String banner = "";
        private Path history;
        private Path startFile;
        private List<Input.Typed> firstInputs = List.of();
        private LiveSettings settings = new LiveSettings(Settings.usual());
        private Settings.Color color = Settings.Color.AUTO;
        private LiveTrace trace = new LiveTrace(false);
        private Predicate<String> secret = SecretArguments::in;
        private Map<String, String> environment = System.getenv();

        private Builder(Function<ScriptIo, Evaluator> session, SessionProfile profile, Supplier<String> place) {
            this.session = session;
            this.profile = profile;
            this.place = place;
        }

        /** What {@code .login} and {@code .profile} work on; without it the connection never changes. */
        public Builder connection(ShellConnection changeable) {
            connection = changeable;
            return this;
        }

        public Builder banner(String line) {
            banner = line;
            return this;
        }

        public Builder history(Path file) {
            history = file;
            return this;
        }

        public Builder startFile(Path file) {
            startFile = file;
            return this;
        }

        public Builder firstInputs(List<Input.Typed> inputs) {
            firstInputs = List.copyOf(inputs);
            return this;
        }

        /** The usual ones unless said. */
        public Builder settings(LiveSettings wanted) {
            settings = wanted;
            return this;
        }

        public Builder color(Settings.Color wanted) {
            color = wanted;
            return this;
        }

        /** What the client of the session tells its requests to; off unless said. */
        public Builder trace(LiveTrace wanted) {
            trace = wanted;
            return this;
        }

        /** Which entries hold a secret; those that name one, such as {@code unbondKey: '...'}, unless said. */
        public Builder secret(Predicate<String> entry) {
            secret = entry;
            return this;
        }

        /** The variables of the process unless said. */
        public Builder environment(Map<String, String> variables) {
            environment = variables;
            return this;
        }

        public ShellOptions build() {
            return new ShellOptions(
                    session,
                    profile,
                    connection,
                    place,
                    banner,
                    history,
                    startFile,
                    firstInputs,
                    settings,
                    color,
                    trace,
                    secret,
                    environment);
        }
    }
}
