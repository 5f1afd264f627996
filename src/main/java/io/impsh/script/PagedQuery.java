package io.impsh.script;

import io.impsh.api.Cancellation;
import io.impsh.model.Entity;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The results of a query, page by page. The service is asked for no more than is shown, but for whether there is more. */
final class PagedQuery<T extends Entity> implements PagedRows {
    private final Shown.Listing listing;
    private final Query<T> query;
    private final Host host;
    private final Cancellation cancellation = new Cancellation();
    private final QueryRun<T> run;
    private Iterator<Shown.Item> rows;
    private long taken;
    private long total = -1;

    PagedQuery(Shown.Listing listing, QueryRows<T> rows) {
        this.listing = listing;
        query = rows.query();
        host = rows.host();
        run = query.walk(host, cancellation);
        this.rows = rows.over(run);
    }

    @Override
    public Shown take(int most) {
        List<Shown.Item> page = new ArrayList<>();
        try (ScriptIo.Activity activity =
                host.io().begin("reading the " + query.kind().plural())) {
            while (page.size() < most && rows.hasNext()) {
                page.add(rows.next());
                activity.progress(taken + page.size(), -1);
            }
            taken += page.size();
            countRest();
        }
        return new Shown.Listing(listing.noun(), listing.columns(), listing.csvColumns(), page);
    }

    /** What is here anyway can be counted. */
    private void countRest() {
        if (total < 0 && run.isFetched()) {
            List<Shown.Item> rest = new ArrayList<>();
            rows.forEachRemaining(rest::add);
            rows = rest.iterator();
            total = taken + rest.size();
        }
    }

    @Override
    public boolean hasMore() {
        boolean more = rows.hasNext();
        countRest();
        return more;
    }

    @Override
    public long taken() {
        return taken;
    }

    @Override
    public long total() {
        return total;
    }

    @Override
    public long atLeast() {
        return query.isFilteredThere(host) ? run.atLeast() : 0;
    }

    @Override
    public boolean isSettled() {
        return total >= 0;
    }

    @Override
    public void cancel() {
        cancellation.cancel();
    }
}
