package io.impsh.script;

import io.impsh.UserException;
import io.impsh.bulk.JournalledPlan;
import io.impsh.bulk.Plan;
import io.impsh.bulk.Report;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What an expression came to, ready to be shown: it says what the value is, never how it looks. The output package turns
 * it into text.
 *
 * <p>Scalars inside are {@code String}, {@code Boolean}, {@code Long}, {@code Double}, {@code BigInteger},
 * {@link java.time.Instant} or {@code null}; trees add {@code Map<String, Object>} and {@code List<Object>} of these.
 * Texts may come from the service or from devices and are not cleaned yet.
 */
public sealed interface Shown {
    /** {@code undefined}: nothing is printed. */
    record Nothing() implements Shown {}

    /** A string, printed raw. */
    record Text(String text) implements Shown {}

    /** A number, a boolean, a time or {@code null}. */
    record Scalar(Object value) implements Shown {}

    /**
     * A plain JavaScript object or array of whatever depth.
     *
     * @param tooLarge why it is not all there; {@code null} when it is
     */
    record Tree(Object value, UserException tooLarge) implements Shown {
        public Tree(Object value) {
            this(value, null);
        }

        /**
         * The value for programs, which must not take a part for all of it.
         *
         * @throws UserException when it is not all there
         */
        public Object whole() {
            if (tooLarge != null) {
                throw tooLarge;
            }
            return value;
        }
    }

    /** One entity: all of its own properties, and the names of its relations. */
    record One(String typeName, List<String> columns, Item item) implements Shown {}

    /**
     * Many entities or rows of one shape.
     *
     * @param noun what one row and several rows are called, such as {@code device} and {@code devices}; {@code null} for
     *     rows that have no name
     * @param columns the columns of a table, left to right
     * @param csvColumns the columns of a CSV file, usually more
     * @param items the rows; walking them may ask the service, on the thread that shows them, and may throw
     */
    record Listing(Noun noun, List<String> columns, List<String> csvColumns, Iterable<Item> items) implements Shown {
        /** Whether nobody has chosen the columns, so that a narrow table may do with the first of them. */
        public boolean isUsualChoice() {
            return !columns.equals(csvColumns);
        }
    }

    /**
     * A part of a long list, of which {@code it} shows the next one.
     *
     * @param part what is shown of it now
     * @param shown how many rows have been shown by now, with these
     * @param total how many there are, or -1 while that is not known
     * @param atLeast how many there are at least, where that is known; else 0
     * @param more whether there is another part
     * @param changed whether something was changed in the cloud since the part before, so that rows may be missing
     */
    record Page(Shown part, long shown, long total, long atLeast, boolean more, boolean changed) implements Shown {}

    /**
     * Lines of logs, oldest first.
     *
     * @param named whether each says whose it is
     * @param continued whether they go on with others that were shown before, as those of a stream do
     */
    record LogLines(List<LogLine> lines, boolean named, boolean continued) implements Shown {
        /** The columns of a CSV file. */
        public List<String> columns() {
            return LogLine.COLUMNS;
        }

        /** The lines as rows. */
        public List<Item> items() {
            return List.copyOf(lines);
        }
    }

    /**
     * A log stream that has begun: what it streams is shown by itself.
     *
     * @param name the variable it is in
     * @param facts what {@code -o json} shows at the prompt
     */
    record Streaming(String title, String name, Map<String, Object> facts) implements Shown {}

    /**
     * Numbers by name, such as those of {@code countBy}, largest first.
     *
     * @param most the largest of all, of which these may be a part
     */
    record Counts(String column, Map<String, Long> counts, long most) implements Shown {
        public Counts(String column, Map<String, Long> counts) {
            this(
                    column,
                    counts,
                    counts.values().stream().mapToLong(Long::longValue).max().orElse(0));
        }
    }

    /**
     * Entities by name, as {@code groupBy} gives them: people see how many there are of each.
     *
     * @param tree all of them, for programs
     */
    record Groups(Counts counts, Supplier<Object> tree) implements Shown {}

    /** @param name the variable it is in, {@code _} unless the input assigned it to one */
    record PlanShown(Plan plan, String name) implements Shown {
        public PlanShown(Plan plan) {
            this(plan, "_");
        }
    }

    record ReportShown(Report report) implements Shown {}

    /** A plan that was applied, as its journal tells. */
    record JournalledPlanShown(JournalledPlan plan) implements Shown {}

    record DiffShown(BuildDiff diff) implements Shown {}

    record Help(HelpPage page) implements Shown {}

    /** A function or a class: shown by its signature. */
    record Callable(String signature) implements Shown {}

    record Noun(String singular, String plural) {}

    /** What a number counts, where people read it with its unit. */
    enum Unit {
        NONE,
        BYTES,
        DBM
    }

    /** One row or entity. */
    interface Item {
        /** A scalar for the column of that name, {@code null} when it has none. */
        Object cell(String column);

        /** What the numbers of a column count. */
        default Unit unit(String column) {
            return Unit.NONE;
        }

        /** All that {@code -o json} shows: equal to the entity's {@code toJSON()}. */
        Map<String, Object> json();
    }
}
