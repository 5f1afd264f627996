package io.impsh.output;

import io.impsh.script.Completions;
import io.impsh.script.HelpPage;
import io.impsh.script.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Tab shows below the line that is being typed: candidates, a synopsis, or help; never more than there is room for. */
public final class MenuText {
    /** No candidate is selected. */
    public static final int NONE = -1;

    private final Screen screen;
    private final int room;

    /** @param room how many lines there may be */
    public MenuText(Screen screen, int room) {
        this.screen = screen;
        this.room = Math.max(1, room);
    }

    /** The order they are listed in: group by group, the groups as they first come. */
    public static List<Suggestion> inGroups(List<Suggestion> suggestions) {
        Map<String, List<Suggestion>> groups = new LinkedHashMap<>();
        suggestions.forEach(suggestion -> groups.computeIfAbsent(suggestion.group(), name -> new ArrayList<>())
                .add(suggestion));
        return groups.values().stream().flatMap(List::stream).toList();
    }

    /** One a line with its description while all of them fit, or else their names in columns. */
    public List<String> candidates(Completions completions) {
        return candidates(completions, NONE, List.of());
    }

    /** The same, the selected one marked and its synopsis below. */
    public List<String> selection(Completions completions, int selected) {
        boolean anySynopsis = completions.suggestions().stream().anyMatch(MenuText::hasSynopsis);
        Suggestion chosen = completions.suggestions().get(selected);
        List<String> below =
                anySynopsis ? List.of(hasSynopsis(chosen) ? line(chosen.page().synopsis()) : "") : List.of();
        return candidates(completions, selected, below);
    }

    /** One line for each candidate, what it is called with where that is known. */
    public List<String> synopses(Completions completions) {
        List<Suggestion> called = completions.suggestions().stream()
                .map(each -> hasSynopsis(each) ? called(each) : each)
                .toList();
        List<String> below = note(completions);
        return together(new CandidateList(called, screen).rows(NONE), NONE, below);
    }

    private static Suggestion called(Suggestion suggestion) {
        String synopsis = suggestion.page().synopsis();
        return new Suggestion(synopsis, suggestion.group(), withoutCall(suggestion.description(), synopsis), false);
    }

    /** Descriptions of methods begin with the call, which the synopsis has, too. */
    private static String withoutCall(String description, String synopsis) {
        int end = description == null ? -1 : description.indexOf("  ");
        return end > 0 && synopsis.contains(description.substring(0, end))
                ? description.substring(end).strip()
                : description;
    }

    private List<String> candidates(Completions completions, int selected, List<String> synopsis) {
        List<Suggestion> all = completions.suggestions();
        List<String> below = new ArrayList<>(synopsis);
        below.addAll(note(completions));
        CandidateList list = new CandidateList(all, screen);
        List<MenuRow> rows = list.rows(selected);
        boolean inColumns = !list.hasDescriptions() || rows.size() > room - below.size();
        return together(inColumns ? new CandidateColumns(all, screen).rows(selected) : rows, selected, below);
    }

    private List<String> together(List<MenuRow> rows, int selected, List<String> wantedBelow) {
        List<String> below = wantedBelow.subList(0, Math.min(wantedBelow.size(), Math.max(0, room - 3)));
        int left = room - below.size();
        MenuRow.Part part = MenuRow.part(rows, rows.size() <= left ? left : Math.max(1, left - 1), selected);
        List<String> lines = new ArrayList<>();
        part.rows().forEach(row -> lines.add(row.line()));
        if (part.hidden() > 0) {
            lines.add(muted(Glyphs.of(screen).ellipsis() + " " + part.hidden() + " more"));
        }
        lines.addAll(below);
        return lines.subList(0, Math.min(lines.size(), room));
    }

    private List<String> note(Completions completions) {
        return completions.note() == null ? List.of() : List.of(muted(completions.note()));
    }

    /** How something is called, or else its title; below it the candidates there are at the same place. */
    public List<String> synopsis(HelpPage page, Completions completions) {
        List<String> called =
                WrappedText.lines(page.synopsis() == null ? page.title() : page.synopsis(), screen.width());
        List<String> lines = new ArrayList<>(called.subList(0, Math.min(called.size(), room)));
        if (completions.suggestions().size() > 1 && lines.size() < room) {
            lines.addAll(new MenuText(screen, room - lines.size()).candidates(completions));
        }
        return lines;
    }

    /** The whole page of help, or the beginning of it. */
    public List<String> help(HelpPage page) {
        List<String> lines = HelpText.lines(page, screen);
        if (lines.size() <= room) {
            return lines;
        }
        List<String> shown = new ArrayList<>(lines.subList(0, room - 1));
        shown.add(muted(Glyphs.of(screen).ellipsis() + " " + (lines.size() - room + 1) + " more lines in help()"));
        return shown;
    }

    private String line(String foreign) {
        return new StyledLine(screen)
                .foreign(Theme.plain(), foreign, screen.width())
                .toString();
    }

    private String muted(String text) {
        return new StyledLine(screen)
                .foreign(screen.theme().muted(), text, screen.width())
                .toString();
    }

    static boolean hasSynopsis(Suggestion suggestion) {
        return suggestion.page() != null && suggestion.page().synopsis() != null;
    }
}
