package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.ApplyListener;
import io.impsh.bulk.Confirmation;
import java.util.List;
import java.util.Optional;

/**
 * The script's way to people: what it prints, asks and reports. Implemented by the terminal and by the batch mode. Called
 * on the thread that owns the JavaScript context, unless said otherwise; {@link #notice} from any.
 */
public interface ScriptIo extends Confirmation {
    /** Prints a value as a result, on standard output: {@code print(x)}, {@code console.log(x)}, {@code table(rows)}. */
    void print(Shown shown);

    /** One line for the user that is no result, on standard error. */
    void notice(String line);

    /**
     * Prints log lines as they come, as results. Called from another thread than all else, at any moment: neither these
     * lines nor what is being printed meanwhile may be torn.
     */
    void log(Shown.LogLines lines);

    /** Log lines as {@link #log} would print them into a file: without colours, each ended by a line feed. From any thread. */
    default String written(Shown.LogLines lines) {
        throw new UnsupportedOperationException();
    }

    /** Tells a failure that ends nothing, as a failure of an input is told. */
    default void tellFailure(UserException failure) {
        notice(failure.getMessage());
    }

    /** Whether somebody types one input after the other, and not a program is run. */
    default boolean isAtPrompt() {
        return false;
    }

    /** Whether results are such that they may go on for ever; one JSON value may not. */
    boolean canStream();

    /** How many rows of a list are shown before somebody asks for more; 0 when all of them are. */
    default int pageRows() {
        return 0;
    }

    /** Whether somebody can be asked. */
    boolean canAsk();

    /**
     * Asks for a line of text.
     *
     * @param preset what an empty answer means; may be {@code null}
     * @throws io.impsh.UserException with code {@code CONFIRMATION_NEEDED} when nobody can be asked
     */
    String ask(String question, String preset);

    /** Like {@link #ask}, without echo and without history. */
    String askSecret(String question);

    /** Shows how a bulk change goes on; called often, from any thread. */
    ApplyListener applyListener();

    /**
     * Says that something slow has begun, such as reading a long listing; shown only when it lasts.
     *
     * @return to be closed when it has ended
     */
    Activity begin(String what);

    /** The page of something that only this place knows, such as {@code .load} at the prompt. */
    default Optional<HelpPage> help(String topic) {
        return Optional.empty();
    }

    /** Every name that {@link #help} knows. */
    default List<String> helpTopics() {
        return List.of();
    }

    /** Shows the rounds of a {@code watch}; to be closed when it has ended. */
    default Redrawing redrawing() {
        return Redrawing.printing(this);
    }

    /** Something slow that is going on. */
    interface Activity extends AutoCloseable {
        /** How many are done by now; {@code total} is negative while unknown. */
        void progress(long done, long total);

        @Override
        void close();

        /** Tells nobody. */
        static Activity none() {
            return new Activity() {
                @Override
                public void progress(long done, long total) {}

                @Override
                public void close() {}
            };
        }
    }
}
