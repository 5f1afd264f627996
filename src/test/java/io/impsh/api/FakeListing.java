package io.impsh.api;

import io.impsh.model.Device;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A service that lists devices d0, d1, … in pages, in one of the ways that services do. */
final class FakeListing {
    final FakeService service = new FakeService();
    List<String> ids;
    int largestPage = 100;
    boolean lastLink;
    String nextLinkHost = "https://api.electricimp.com";

    FakeListing(int count) {
        ids = Collections.synchronizedList(
                IntStream.range(0, count).mapToObj(i -> "d" + i).collect(Collectors.toCollection(ArrayList::new)));
        service.always(this::page);
    }

    PagedIterable<Device> devices() {
        return service.client().devices().list(Filter.none());
    }

    List<Integer> pagesAskedFor() {
        return service.requests.stream()
                .map(request -> Integer.valueOf(request.replaceAll(".*page\\[number]=([0-9]+).*", "$1")))
                .toList();
    }

    private ApiResponse page(ApiRequest request) {
        int number = Integer.parseInt(value(request, "page[number]"));
        int size = Math.min(largestPage, Integer.parseInt(value(request, "page[size]")));
        String rows = ids.stream()
                .skip((long) (number - 1) * size)
                .limit(size)
                .map(id -> "{\"type\":\"device\",\"id\":\"" + id + "\",\"attributes\":{},\"relationships\":{}}")
                .collect(Collectors.joining(","));
        String links = "\"self\":\"" + link(number, size) + "\"";
        if (number * size < ids.size()) {
            links += ",\"next\":\"" + link(number + 1, size) + "\"";
        }
        if (lastLink) {
            links += ",\"last\":\"" + link((ids.size() + size - 1) / size, size) + "\"";
        }
        return service.response(200, Map.of(), "{\"data\":[" + rows + "],\"links\":{" + links + "}}");
    }

    private String link(int number, int size) {
        return nextLinkHost + "/v5/devices?page%5Bnumber%5D=" + number + "&page%5Bsize%5D=" + size;
    }

    private static String value(ApiRequest request, String name) {
        return request.query().stream()
                .filter(pair -> pair.getKey().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }
}
