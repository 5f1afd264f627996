package io.impsh.sandbox;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which part of a list is wanted.
 *
 * @param number from 1
 * @param size entries per page, 1 to 100
 */
record Page(int number, int size) {
    private static final String NUMBER = "page[number]";
    private static final String SIZE = "page[size]";
    private static final int DEFAULT_SIZE = 20;
    private static final int LARGEST_SIZE = 100;

    static Page of(RequestTarget target) {
        return new Page(number(target, NUMBER, 1, Integer.MAX_VALUE), number(target, SIZE, DEFAULT_SIZE, LARGEST_SIZE));
    }

    private static int number(RequestTarget target, String key, int absent, int largest) {
        String text = target.query().get(key);
        if (text == null) {
            return absent;
        }
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > largest) {
            throw new ApiError(
                            400,
                            "VX003",
                            "Invalid Parameter",
                            key + " must be a whole number from 1" + (largest == LARGEST_SIZE ? " to " + largest : "")
                                    + ".")
                    .exception();
        }
        return Integer.parseInt(text);
    }

    /** The entries on this page; none beyond the end. */
    <T> List<T> of(List<T> all) {
        long start = Math.min((number - 1L) * size, all.size());
        long end = Math.min(start + size, all.size());
        return all.subList((int) start, (int) end);
    }

    /** Absolute links that repeat the filters; {@code next} only when there is a further page. */
    Map<String, String> links(Request request, int total) {
        int last = Math.max(1, (total + size - 1) / size);
        Map<String, String> links = new LinkedHashMap<>();
        links.put("self", link(request, number));
        links.put("first", link(request, 1));
        if (number > 1) {
            links.put("prev", link(request, Math.min(number - 1, last)));
        }
        if (number < last) {
            links.put("next", link(request, number + 1));
        }
        links.put("last", link(request, last));
        return links;
    }

    private String link(Request request, int page) {
        StringBuilder link = new StringBuilder(request.base());
        List<String> segments = request.target().segments();
        segments.subList(1, segments.size()).forEach(part -> link.append('/').append(encode(part)));
        String separator = "?";
        for (Map.Entry<String, String> entry : request.target().query().entrySet()) {
            if (!entry.getKey().equals(NUMBER) && !entry.getKey().equals(SIZE)) {
                link.append(separator).append(encode(entry.getKey()));
                link.append('=').append(encode(entry.getValue()));
                separator = "&";
            }
        }
        link.append(separator).append(encode(NUMBER)).append('=').append(page);
        return link.append('&').append(encode(SIZE)).append('=').append(size).toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
