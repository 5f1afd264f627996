package io.impsh.script;

import io.impsh.model.Entity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Predicate;
import org.graalvm.polyglot.Value;

/** One step of a query: rows in, rows out, one at a time where that is possible. */
sealed interface QueryStep<T extends Entity> {
    Iterator<T> apply(Iterator<T> rows, Host host);

    /** Whether it makes the selection smaller, so that verbs may touch what is left. */
    default boolean restricts() {
        return true;
    }

    /** Whether rows after the last result may never be needed. */
    default boolean mayStopEarly() {
        return false;
    }

    /** {@code where({...})}: all criteria must hold. */
    record Where<T extends Entity>(List<Criterion<T>> criteria) implements QueryStep<T> {
        @Override
        public Iterator<T> apply(Iterator<T> rows, Host host) {
            List<Predicate<T>> tests = new ArrayList<>();
            criteria.forEach(criterion -> tests.add(criterion.test(host)));
            return new Passing<>(rows, row -> tests.stream().allMatch(test -> test.test(row)));
        }

        @Override
        public boolean restricts() {
            return !criteria.isEmpty();
        }
    }

    /** {@code filter(fn)}. */
    record FilterBy<T extends Entity>(Value function) implements QueryStep<T> {
        @Override
        public Iterator<T> apply(Iterator<T> rows, Host host) {
            return new Passing<>(
                    rows,
                    row -> JsTruth.of(function.execute(host.objects().entity(Handle.of(EntityKinds.of(row), row)))));
        }
    }

    /** {@code limit(n)}. */
    record Limit<T extends Entity>(int most) implements QueryStep<T> {
        @Override
        public Iterator<T> apply(Iterator<T> rows, Host host) {
            return new Iterator<>() {
                private int left = most;

                @Override
                public boolean hasNext() {
                    return left > 0 && rows.hasNext();
                }

                @Override
                public T next() {
                    if (left <= 0) {
                        throw new NoSuchElementException();
                    }
                    left--;
                    return rows.next();
                }
            };
        }

        @Override
        public boolean mayStopEarly() {
            return true;
        }
    }

    /** {@code sortBy(key)}: has to read everything first. */
    record SortBy<T extends Entity>(Comparator<T> order) implements QueryStep<T> {
        @Override
        public Iterator<T> apply(Iterator<T> rows, Host host) {
            return new Iterator<>() {
                private Iterator<T> sorted;

                private Iterator<T> sorted() {
                    if (sorted == null) {
                        List<T> all = new ArrayList<>();
                        rows.forEachRemaining(all::add);
                        all.sort(order);
                        sorted = all.iterator();
                    }
                    return sorted;
                }

                @Override
                public boolean hasNext() {
                    return sorted().hasNext();
                }

                @Override
                public T next() {
                    return sorted().next();
                }
            };
        }

        @Override
        public boolean restricts() {
            return false;
        }
    }

    /** The rows that pass a test, found one at a time. */
    final class Passing<T> implements Iterator<T> {
        private final Iterator<T> rows;
        private final Predicate<T> test;
        private T next;

        Passing(Iterator<T> rows, Predicate<T> test) {
            this.rows = rows;
            this.test = test;
        }

        @Override
        public boolean hasNext() {
            while (next == null && rows.hasNext()) {
                T row = rows.next();
                if (test.test(row)) {
                    next = row;
                }
            }
            return next != null;
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            T row = next;
            next = null;
            return row;
        }
    }
}
