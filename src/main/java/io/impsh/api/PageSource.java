package io.impsh.api;

import java.util.List;
import java.util.Map;

/** Fetches single pages of one listing. */
interface PageSource<T> {
    int SIZE = 100;

    /** The query of a page by its number, with the listing's filters. */
    List<Map.Entry<String, String>> query(int number);

    Page<T> fetch(List<Map.Entry<String, String>> query, Cancellation cancellation);
}
