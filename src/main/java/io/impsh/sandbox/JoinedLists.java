package io.impsh.sandbox;

import java.util.AbstractList;
import java.util.List;

/** Several lists one after the other, as a view: a page of it costs the same however long they are. */
final class JoinedLists<T> extends AbstractList<T> {
    private final List<List<T>> lists;
    private final int size;

    JoinedLists(List<List<T>> lists) {
        this.lists = List.copyOf(lists);
        this.size = lists.stream().mapToInt(List::size).sum();
    }

    @Override
    public T get(int index) {
        int rest = index;
        for (List<T> list : lists) {
            if (rest < list.size()) {
                return list.get(rest);
            }
            rest -= list.size();
        }
        throw new IndexOutOfBoundsException(index);
    }

    @Override
    public int size() {
        return size;
    }
}
