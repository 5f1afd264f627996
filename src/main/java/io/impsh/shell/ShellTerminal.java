package io.impsh.shell;

import io.impsh.output.Screen;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The terminal in the shell's own words. All output of the shell goes through one of these, from whichever thread, so
 * that nothing is torn.
 */
interface ShellTerminal extends AutoCloseable {
    /**
     * Reads one entry, of several lines where it needs them.
     *
     * @param language says whether it does, and what Tab offers
     * @return what was typed; an empty text when Ctrl-C cleared it; nothing when the user wants to leave
     */
    Optional<String> readEntry(String prompt, EntryLanguage language);

    /**
     * Asks something else than an entry; the answer enters no history. Waits while an entry is being read.
     *
     * @param prompt may have several lines
     * @return nothing when Ctrl-C or Ctrl-D refused to answer. Ctrl-C then has also done what it does while something
     *     runs, see {@link #onInterrupt}
     */
    Optional<String> ask(String prompt);

    /** As {@link #ask}, and the answer is not shown. */
    Optional<String> askSecret(String prompt);

    /** Shows whole lines, above the entry that is being typed if there is one. */
    void print(String lines);

    /** Shows a line that stands below all output until the next one replaces it, or {@code null} takes it away. */
    void status(String line);

    /**
     * Shows lines below all output, in the place of those shown so before; {@code null} makes them output like any other.
     * Only where {@link #canRedraw}.
     */
    void region(List<String> lines);

    /** Whether lines can be drawn again in their place. */
    boolean canRedraw();

    /** How many lines such a region should have at most. */
    int regionRows();

    /**
     * Makes Ctrl-C do something instead of nothing, except while an entry is being read.
     *
     * @return puts things back as they were
     */
    Undo onInterrupt(InterruptAction action);

    /**
     * Reads no entry any more, breaks off what is being read, and does what Ctrl-C does while something runs. From any
     * thread.
     *
     * @return whether that was possible
     */
    default boolean leave() {
        return false;
    }

    Screen screen();

    /** Lines that the screen has; 0 when that is not known. */
    int height();

    /**
     * Gives screen and keyboard to another program until it ends. What would be printed meanwhile waits, and Ctrl-C is
     * its own.
     *
     * @return its exit code
     * @throws IOException when it cannot be started
     */
    int lend(ExternalProgram program) throws IOException;

    /** Empties the screen. */
    void clear();

    /** What can be recalled with the arrow keys, oldest first. */
    List<String> history();

    /** Makes a text recallable that was not typed as an entry. */
    void remember(String entry);

    @Override
    void close();

    /** What Ctrl-C does. */
    @FunctionalInterface
    interface InterruptAction {
        /** @param asking whether a question was open, which is refused by it */
        void pressed(boolean asking);

        /** An entry is being read from now on, and Ctrl-C only clears it. */
        default void readingBegins() {}
    }

    /** Takes back what was done. */
    @FunctionalInterface
    interface Undo {
        void undo();
    }
}
