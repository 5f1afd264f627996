package io.impsh.script;

import io.impsh.api.Cancellation;
import io.impsh.api.Filter;
import io.impsh.api.ImpClient;
import io.impsh.api.PagedIterator;
import io.impsh.model.Entity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A lazy, immutable selection of entities. Its steps apply in the order written, and each use asks the service again.
 * What the leading {@code where} steps can say in the service's own filters is filtered there, the rest here.
 *
 * @param only identifiers or entities that {@code of} was given, or {@code null} for the whole collection
 * @param columns what {@code select} chose, or {@code null}
 * @param saidAll somebody wrote {@code all()}, so that verbs may touch everything
 */
record Query<T extends Entity>(
        EntityKind<T> kind, List<String> only, List<QueryStep<T>> steps, List<String> columns, boolean saidAll) {
    private static final int MOST_LISTINGS = 20;

    /** Pages fetched ahead where the walk may end early, or where each row takes its time. */
    static final int FEW_PAGES = 1;

    /** Where a page is asked for when its first row is wanted, and no earlier. */
    static final int NO_PAGES = 0;

    /** Pages fetched ahead where all rows are wanted. */
    static final int MANY_PAGES = 8;

    static <T extends Entity> Query<T> all(EntityKind<T> kind) {
        return new Query<>(kind, null, List.of(), null, false);
    }

    static <T extends Entity> Query<T> of(EntityKind<T> kind, List<String> identifiers) {
        return new Query<>(kind, List.copyOf(identifiers), List.of(), null, false);
    }

    Query<T> then(QueryStep<T> step) {
        List<QueryStep<T>> longer = new ArrayList<>(steps);
        longer.add(step);
        return new Query<>(kind, only, List.copyOf(longer), columns, saidAll);
    }

    Query<T> select(List<String> chosen) {
        return new Query<>(kind, only, steps, List.copyOf(chosen), saidAll);
    }

    Query<T> everything() {
        return new Query<>(kind, only, steps, columns, true);
    }

    /** Whether a verb on it would touch everything without anybody having said so. */
    boolean isUnrestricted() {
        return !saidAll && isWholeCollection();
    }

    /** The same, however many there are. */
    Query<T> withoutLimits() {
        List<QueryStep<T>> kept = steps.stream()
                .filter(step -> !(step instanceof QueryStep.Limit<T>))
                .toList();
        return new Query<>(kind, only, kept, columns, saidAll);
    }

    /** Whether nothing narrows it. */
    boolean isWholeCollection() {
        return only == null && steps.stream().noneMatch(QueryStep::restricts);
    }

    /** The columns of a table. */
    List<String> shownColumns() {
        return columns != null ? columns : kind.columns();
    }

    QueryRun<T> run(Host host, int pagesAhead) {
        QueryRun<T> run = QueryRun.of(listings(host, host::client, pagesAhead), rows -> stepped(rows, host));
        host.opened(run);
        return run;
    }

    /** A walk that outlives the evaluation: a write does not make it read ahead, and its cancellation is its own. */
    QueryRun<T> walk(Host host, Cancellation cancellation) {
        return QueryRun.of(
                listings(host, () -> host.client().with(cancellation), NO_PAGES), rows -> stepped(rows, host));
    }

    /** Whether the service filters all that is filtered, in one listing, so that what it says of pages is of use. */
    boolean isFilteredThere(Host host) {
        for (QueryStep<T> step : steps) {
            boolean there = step instanceof QueryStep.SortBy<T>
                    || step instanceof QueryStep.Where<T> where
                            && where.criteria().stream()
                                    .allMatch(criterion ->
                                            criterion.serverTerm(host).isPresent());
            if (!there) {
                return false;
            }
        }
        return only == null && filters(host).size() == 1;
    }

    /** All results, with several pages in flight. */
    List<T> toList(Host host) {
        return walk(host, rows -> {
            List<T> results = new ArrayList<>();
            rows.forEachRemaining(results::add);
            return results;
        });
    }

    /** One result after the other, with several pages in flight: where all of them would be too much for the memory. */
    <R> R walk(Host host, Function<Iterator<T>, R> use) {
        QueryRun<T> run = run(host, steps.stream().anyMatch(QueryStep::mayStopEarly) ? FEW_PAGES : MANY_PAGES);
        try (ScriptIo.Activity activity = host.io().begin("reading the " + kind.plural())) {
            return use.apply(new Iterator<>() {
                private long read;

                @Override
                public boolean hasNext() {
                    return run.hasNext();
                }

                @Override
                public T next() {
                    T next = run.next();
                    activity.progress(++read, -1);
                    return next;
                }
            });
        } finally {
            run.close();
        }
    }

    private Iterator<T> stepped(Iterator<T> rows, Host host) {
        Iterator<T> result = rows;
        for (QueryStep<T> step : steps) {
            result = step.apply(result, host);
        }
        return result;
    }

    private List<Supplier<PagedIterator<T>>> listings(Host host, Supplier<ImpClient> client, int pagesAhead) {
        if (only != null) {
            return List.of(() -> new ReadyRows<>(new Identified<>(kind, host).all(only)));
        }
        List<Supplier<PagedIterator<T>>> listings = new ArrayList<>();
        for (Filter filter : filters(host)) {
            listings.add(() -> kind.list(client.get(), filter).ahead(pagesAhead).iterator());
        }
        return listings;
    }

    /** One filter for each listing that is needed; none when nothing can match. */
    private List<Filter> filters(Host host) {
        List<Filter> filters = List.of(Filter.none());
        boolean split = false;
        for (ServerTerm term : leadingTerms(host)) {
            boolean several = term.values().size() > 1;
            if (several && (split || term.values().size() > MOST_LISTINGS)) {
                continue;
            }
            split |= several;
            filters = combine(filters, term);
        }
        return filters;
    }

    private static List<Filter> combine(List<Filter> filters, ServerTerm term) {
        List<Filter> combined = new ArrayList<>();
        for (String value : term.values()) {
            filters.forEach(filter -> combined.add(filter.and(term.parameter(), value)));
        }
        return combined;
    }

    private List<ServerTerm> leadingTerms(Host host) {
        List<ServerTerm> terms = new ArrayList<>();
        for (QueryStep<T> step : steps) {
            if (!(step instanceof QueryStep.Where<T> where)) {
                break;
            }
            where.criteria().forEach(criterion -> criterion.serverTerm(host).ifPresent(terms::add));
        }
        return terms;
    }
}
