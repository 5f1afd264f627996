package io.impsh.api;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/**
 * Brings the pages of one listing in order, fetching ahead.
 *
 * <p>When the first page is as long as asked for and its {@code next} link counts on as expected, later pages are asked
 * for by number, several at once, without waiting for the links between. What lies beyond the end is thrown away: a
 * page is looked at only when the one before it had a {@code next} link. Otherwise (the service caps the page size, or
 * pages by something else than numbers) the links are followed one by one.
 */
final class PageFetcher<T> implements AutoCloseable {
    private final PageSource<T> source;
    private final Executor pool;
    private final Cancellation cancellation = new Cancellation();
    private final Registration parent;
    private final Deque<CompletableFuture<Page<T>>> fetching = new ArrayDeque<>();
    private int ahead;
    private int window = 1;
    private Page<T> latest;
    private List<Map.Entry<String, String>> latestQuery;
    private boolean byNumber;
    private int nextNumber = 2;
    private boolean ended;
    private RuntimeException failure;

    PageFetcher(PageSource<T> source, Executor pool, int ahead, Cancellation parent) {
        this.source = source;
        this.pool = pool;
        this.ahead = ahead;
        this.parent = parent.onCancel(cancellation::cancel);
    }

    /** Fetches that many at once from now on. */
    void widen(int pages) {
        ahead = Math.max(ahead, pages);
    }

    boolean isWide() {
        return ahead > 1;
    }

    boolean isAhead() {
        return ahead > 0;
    }

    /** Whether no page is left to be fetched. */
    boolean isOver() {
        return ended;
    }

    /** The rows of the pages before the last one, if the service has said which that is. */
    long atLeast() {
        boolean known = byNumber && latest.lastNumber() < Integer.MAX_VALUE;
        return known ? (latest.lastNumber() - 1L) * PageSource.SIZE : 0;
    }

    /**
     * The next page, or {@code null} after the last. Once a page could not be had there is none after it: whoever asks
     * again after the failure must not miss its rows.
     */
    Page<T> next() {
        if (failure != null) {
            throw failure;
        }
        if (ended) {
            return null;
        }
        try {
            return fetchNext();
        } catch (RuntimeException failed) {
            failure = failed;
            close();
            throw failed;
        }
    }

    private Page<T> fetchNext() {
        cancellation.throwIfCancelled();
        if (latest == null) {
            arrived(source.fetch(source.query(1), cancellation));
            byNumber = isCountable(latest);
        } else {
            fetchAhead();
            arrived(result(fetching.remove()));
            grow();
        }
        return latest;
    }

    /** Starts fetching what is likely to be needed. */
    void fetchAhead() {
        if (ended || latest == null) {
            return;
        }
        if (byNumber) {
            fetchByNumber();
        } else if (fetching.isEmpty()) {
            fetching.add(start(latest.next()));
        }
    }

    private void arrived(Page<T> page) {
        latest = page;
        boolean standsStill = page.next() != null && page.next().equals(latestQuery);
        latestQuery = page.next();
        if (page.isLast() || standsStill) {
            close();
        }
    }

    private boolean isCountable(Page<T> first) {
        return !ended
                && first.items().size() == PageSource.SIZE
                && first.nextNumber() == 2
                && first.nextSize(PageSource.SIZE) == PageSource.SIZE;
    }

    private void fetchByNumber() {
        while (fetching.size() < window && (fetching.isEmpty() || nextNumber <= latest.lastNumber())) {
            fetching.add(start(source.query(nextNumber++)));
        }
    }

    /** From page to page, so that short listings cost few requests beyond their end. */
    private void grow() {
        window = Math.max(1, Math.min(ahead, window * 2));
    }

    private CompletableFuture<Page<T>> start(List<Map.Entry<String, String>> query) {
        CompletableFuture<Page<T>> result = new CompletableFuture<>();
        try {
            pool.execute(() -> fetch(query, result));
        } catch (RejectedExecutionException clientIsClosed) {
            result.completeExceptionally(new CancelledException());
        }
        return result;
    }

    private void fetch(List<Map.Entry<String, String>> query, CompletableFuture<Page<T>> result) {
        try {
            result.complete(source.fetch(query, cancellation));
        } catch (RuntimeException | Error failure) {
            result.completeExceptionally(failure);
        }
    }

    private static <T> Page<T> result(CompletableFuture<Page<T>> fetched) {
        try {
            return fetched.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw (Error) failure.getCause();
        }
    }

    /** Stops what is being fetched; there is no next page any more. */
    @Override
    public void close() {
        ended = true;
        parent.close();
        if (!fetching.isEmpty()) {
            fetching.clear();
            cancellation.cancel();
        }
    }
}
