package io.impsh.logs;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which device goes on which stream: the first ones that there is room for, each staying where it is if it can. */
final class Seating {
    private Seating() {}

    /**
     * @param wanted in order of preference
     * @param perStream how many devices a stream carries
     * @param streams how many streams there may be
     * @param present the devices of the streams that there are
     * @return the devices of these, in order of preference, and of new ones after them; some may have none
     */
    static List<Set<String>> of(List<String> wanted, int perStream, int streams, List<Set<String>> present) {
        int kept = Math.min(streams, present.size());
        Map<String, Integer> seats = seats(present.subList(0, kept));
        long room = (long) perStream * streams;
        List<String> chosen = wanted.size() <= room ? wanted : wanted.subList(0, (int) room);
        int[] taken = new int[streams];
        for (String device : chosen) {
            Integer seat = seats.get(device);
            if (seat != null && taken[seat]++ >= perStream) {
                seats.remove(device);
            }
        }
        for (int i = 0; i < kept; i++) {
            taken[i] = Math.min(taken[i], perStream);
        }
        List<Set<String>> seated = new ArrayList<>();
        for (int i = 0; i < kept; i++) {
            seated.add(new LinkedHashSet<>());
        }
        for (String device : chosen) {
            int seat = seats.getOrDefault(device, -1);
            if (seat < 0) {
                seat = free(taken, perStream);
                taken[seat]++;
            }
            while (seated.size() <= seat) {
                seated.add(new LinkedHashSet<>());
            }
            seated.get(seat).add(device);
        }
        return seated;
    }

    private static Map<String, Integer> seats(List<Set<String>> present) {
        Map<String, Integer> seats = new HashMap<>();
        for (int i = 0; i < present.size(); i++) {
            for (String device : present.get(i)) {
                seats.putIfAbsent(device, i);
            }
        }
        return seats;
    }

    private static int free(int[] taken, int perStream) {
        int seat = 0;
        while (taken[seat] >= perStream) {
            seat++;
        }
        return seat;
    }
}
