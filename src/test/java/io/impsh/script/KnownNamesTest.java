package io.impsh.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Whatever is typed, the names found are those that a look at each would find. */
class KnownNamesTest {
    private static final int NAMES = 300;
    private static final int SEARCHES = 2_000;
    private static final String LETTERS = "abAB-\0é";

    private final Random random = new Random(7);

    @Test
    void findsWhatALookAtEachNameFinds() {
        compare(KnownNames.of(entries()));
    }

    @Test
    void findsItAlsoAfterChanges() {
        List<NameIndex.Entry> entries = entries();
        KnownNames names = KnownNames.of(entries);
        for (int i = 0; i < NAMES; i += 3) {
            String id = "id" + i;
            names = names.with(id, i % 2 == 0 ? List.of() : List.of(new NameIndex.Entry(text(5), id)));
        }
        compare(names);
    }

    private void compare(KnownNames names) {
        for (int i = 0; i < SEARCHES; i++) {
            String typed = text(4);
            List<String> all =
                    names.entries().stream().map(NameIndex.Entry::name).toList();
            List<String> expected = those(all, name -> name.startsWith(typed));
            if (!typed.isEmpty()) {
                expected.addAll(those(all, name -> !name.startsWith(typed) && Matching.begins(name, typed)));
            }
            if (expected.isEmpty()) {
                expected.addAll(those(all, name -> Matching.hasWithin(name, typed)));
            }
            KnownNames.Found found = names.matching(typed, NAMES);
            Collections.sort(expected);
            assertEquals(
                    expected,
                    found.entries().stream().map(NameIndex.Entry::name).sorted().toList(),
                    typed);
            assertEquals(expected.size(), found.total(), typed);
            assertEquals(expected.size(), names.matching(typed, 2).total(), typed);
        }
    }

    private static List<String> those(List<String> names, Predicate<String> test) {
        return new ArrayList<>(new TreeSet<>(names.stream().filter(test).toList()));
    }

    private List<NameIndex.Entry> entries() {
        List<NameIndex.Entry> entries = new ArrayList<>();
        for (int i = 0; i < NAMES; i++) {
            entries.add(new NameIndex.Entry(text(5), "id" + i));
        }
        return entries;
    }

    private String text(int longest) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(longest + 1); i > 0; i--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
