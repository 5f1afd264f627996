package io.impsh.output;

import static org.assertj.core.api.Assertions.assertThat;

import io.impsh.script.Completions;
import io.impsh.script.HelpPage;
import io.impsh.script.Suggestion;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MenuTextTest {
    private static final HelpPage RENAME =
            new HelpPage("d.rename", "d.rename(name)", "Gives it another name.", List.of(), "d.rename('x')");
    private static final List<Suggestion> MEMBERS = List.of(
            new Suggestion("online", "properties", "whether it is on line", true),
            new Suggestion("owner", "properties", "the account it belongs to", true),
            new Suggestion("rename(", "verbs", "gives it another name", false, RENAME));

    private static MenuText menu(int columns, int rows) {
        return new MenuText(new Screen(columns, false, true, true), rows);
    }

    private static Completions completions(List<Suggestion> suggestions, String note) {
        return new Completions(0, suggestions, null, note);
    }

    private static Completions names(int count) {
        return completions(
                IntStream.rangeClosed(1, count)
                        .mapToObj(i -> new Suggestion("thermo-" + i, "devices", "on line", true))
                        .toList(),
                "names of 3 min ago");
    }

    private static String text(List<String> lines) {
        return String.join("\n", lines);
    }

    @Test
    void oneALineWithItsDescription() {
        assertThat(text(menu(80, 20).candidates(completions(MEMBERS, "names of 3 min ago"))))
                .isEqualTo("""
                        properties
                          online   whether it is on line
                          owner    the account it belongs to
                        verbs
                          rename(  gives it another name
                        names of 3 min ago""");
    }

    @Test
    void theSelectedOneIsMarkedAndItsSynopsisStandsBelow() {
        assertThat(text(menu(80, 20).selection(completions(MEMBERS, null), 2))).isEqualTo("""
                        properties
                          online   whether it is on line
                          owner    the account it belongs to
                        verbs
                        > rename(  gives it another name
                        d.rename(name)""");
        assertThat(menu(80, 20).selection(completions(MEMBERS, null), 0)).last().isEqualTo("");
        Screen colours = new Screen(80, true, true, true);
        assertThat(new MenuText(colours, 20).selection(completions(MEMBERS, null), 2))
                .element(4)
                .isEqualTo("> \u001b[7;36mrename(\u001b[0m  gives it another name");
    }

    @Test
    void howEachIsCalled() {
        assertThat(text(menu(80, 20).synopses(completions(MEMBERS, null)))).isEqualTo("""
                        properties
                          online          whether it is on line
                          owner           the account it belongs to
                        verbs
                          d.rename(name)  gives it another name""");
    }

    @Test
    void tooManyStandInColumnsWithoutDescriptions() {
        assertThat(text(menu(40, 6).candidates(names(8)))).isEqualTo("""
                        devices
                          thermo-1  thermo-3  thermo-5  thermo-7
                          thermo-2  thermo-4  thermo-6  thermo-8
                        names of 3 min ago""");
    }

    @Test
    void andNeverMoreThanThereIsRoomFor() {
        assertThat(text(menu(40, 6).candidates(names(100)))).isEqualTo("""
                        devices
                          thermo-1    thermo-35   thermo-69
                          thermo-2    thermo-36   thermo-70
                          thermo-3    thermo-37   thermo-71
                        … 91 more
                        names of 3 min ago""");
    }

    @Test
    void whatIsSelectedIsInSight() {
        assertThat(text(menu(40, 6).selection(names(100), 40))).isEqualTo("""
                          thermo-4    thermo-38   thermo-72
                          thermo-5    thermo-39   thermo-73
                          thermo-6    thermo-40   thermo-74
                          thermo-7  > thermo-41   thermo-75
                        … 88 more
                        names of 3 min ago""");
    }

    @Test
    void aNarrowScreenCutsDescriptionsAndNames() {
        assertThat(text(menu(24, 20).candidates(completions(MEMBERS, null)))).isEqualTo("""
                        properties
                          online   whether it i…
                          owner    the account …
                        verbs
                          rename(  gives it ano…""");
        assertThat(text(menu(12, 20).candidates(completions(MEMBERS, "names of 3 min ago"))))
                .isEqualTo("""
                        properties
                          online
                          owner
                        verbs
                          rename(
                        names of 3 …""");
    }

    @Test
    void wideNamesStayAlignedAndForeignOnesSafe() {
        Completions odd = completions(
                List.of(
                        new Suggestion("気温計", "names", "wide", true),
                        new Suggestion("🌡️ hot", "names", "emoji", true),
                        new Suggestion("a\u001b[31m", "names", "red\u202e", true)),
                null);
        assertThat(text(menu(40, 20).candidates(odd))).isEqualTo("""
                        names
                          気温計     wide
                          🌡️ hot      emoji
                          a\\x1b[31m  red\\u202e""");
    }

    @Test
    void groupsAreKeptTogether() {
        List<Suggestion> mixed = List.of(MEMBERS.get(0), MEMBERS.get(2), MEMBERS.get(1));
        assertThat(MenuText.inGroups(mixed)).isEqualTo(MEMBERS);
    }

    @Test
    void helpIsCutToTheRoom() {
        assertThat(text(menu(80, 20).help(RENAME))).isEqualTo("""
                        d.rename
                          d.rename(name)

                        Gives it another name.

                        Example:
                          d.rename('x')""");
        assertThat(text(menu(80, 4).help(RENAME))).isEqualTo("""
                        d.rename
                          d.rename(name)

                        … 4 more lines in help()""");
        assertThat(text(menu(80, 4).synopsis(RENAME, completions(MEMBERS, null))))
                .isEqualTo("""
                        d.rename(name)
                        properties
                          online  owner
                        … 1 more""");
    }

    @Test
    void theSmallestScreensShowSomething() {
        for (int columns = 1; columns < 30; columns++) {
            for (int rows = 0; rows < 8; rows++) {
                assertThat(menu(columns, rows).candidates(names(100))).hasSizeBetween(1, Math.max(1, rows));
                assertThat(menu(columns, rows).selection(names(100), 99)).hasSizeBetween(1, Math.max(1, rows));
            }
        }
    }
}
