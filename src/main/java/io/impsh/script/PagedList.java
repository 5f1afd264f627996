package io.impsh.script;

/** A list in memory, page by page. */
final class PagedList implements PagedRows {
    private final long size;
    private final Part part;
    private long taken;

    /** Makes what is shown of the elements from one index to another, which is left out. */
    interface Part {
        Shown of(int from, int to);
    }

    PagedList(long size, Part part) {
        this.size = size;
        this.part = part;
    }

    @Override
    public Shown take(int rows) {
        long from = taken;
        taken = Math.min(size, from + rows);
        return part.of((int) from, (int) taken);
    }

    @Override
    public boolean hasMore() {
        return taken < size;
    }

    @Override
    public long taken() {
        return taken;
    }

    @Override
    public long total() {
        return size;
    }
}
