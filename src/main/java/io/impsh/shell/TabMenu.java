package io.impsh.shell;

import io.impsh.output.MenuText;
import io.impsh.output.Screen;
import io.impsh.script.Completions;
import io.impsh.script.HelpPage;
import io.impsh.script.Suggestion;
import java.util.List;
import java.util.function.Supplier;

/** Where one completion stands, from the first Tab on: what is shown, and what has been inserted. */
final class TabMenu {
    /** What is shown below the line. */
    private enum Showing {
        NOTHING,
        CANDIDATES,
        SYNOPSES,
        SELECTION,
        SYNOPSIS,
        HELP
    }

    private final SizedLineReader reader;
    private final Supplier<Screen> screen;
    private Completions completions = Completions.none(0);
    private Insertion insertion;
    private HelpPage page;
    private Showing showing = Showing.NOTHING;
    private int selected = MenuText.NONE;

    TabMenu(SizedLineReader reader, Supplier<Screen> screen) {
        this.reader = reader;
        this.screen = screen;
    }

    /** @return whether there is anything to insert or to show */
    boolean begin(Completions found) {
        completions =
                new Completions(found.start(), MenuText.inGroups(found.suggestions()), found.call(), found.note());
        insertion = new Insertion(reader.getBuffer(), found.start());
        page = found.call();
        selected = MenuText.NONE;
        List<Suggestion> all = completions.suggestions();
        if (all.isEmpty()) {
            return show(
                    page != null
                            ? Showing.SYNOPSIS
                            : completions.note() != null ? Showing.CANDIDATES : Showing.NOTHING);
        }
        if (all.size() == 1) {
            return inserted(all.get(0));
        }
        insertion.insertCommonPart(all);
        return show(Showing.CANDIDATES);
    }

    private boolean inserted(Suggestion only) {
        boolean wasThere = insertion.isThere(only);
        insertion.insert(only);
        page = only.page() == null && wasThere ? page : only.page();
        show(wasThere && page != null ? Showing.SYNOPSIS : Showing.NOTHING);
        return !wasThere || page != null;
    }

    /** @return whether that showed something more; else it is a first Tab again */
    boolean tab() {
        boolean several = completions.suggestions().size() > 1;
        return switch (showing) {
            case NOTHING -> page != null && show(Showing.SYNOPSIS);
            case CANDIDATES ->
                page != null ? show(Showing.SYNOPSIS) : several && (anySynopsis() ? show(Showing.SYNOPSES) : select(0));
            case SYNOPSIS -> show(Showing.HELP);
            case SYNOPSES -> select(0);
            case HELP -> several && select(0);
            case SELECTION -> move(1);
        };
    }

    private boolean anySynopsis() {
        return completions.suggestions().stream().anyMatch(each -> each.page() != null);
    }

    /** The key that goes downwards enters the list as well. */
    boolean down() {
        boolean canSelect =
                showing != Showing.NOTHING && completions.suggestions().size() > 1;
        return canSelect && (showing == Showing.SELECTION ? move(1) : select(0));
    }

    boolean move(int by) {
        return showing == Showing.SELECTION
                && select(Math.floorMod(selected + by, completions.suggestions().size()));
    }

    private boolean select(int candidate) {
        selected = candidate;
        insertion.insert(completions.suggestions().get(candidate));
        return show(Showing.SELECTION);
    }

    /** @return whether there was a selection to accept; the next Tab is about what was selected */
    boolean accept() {
        if (showing != Showing.SELECTION) {
            return false;
        }
        Suggestion chosen = completions.suggestions().get(selected);
        completions = new Completions(completions.start(), List.of(chosen));
        page = chosen.page();
        show(Showing.NOTHING);
        return true;
    }

    /** @return whether there was something to take away */
    boolean cancel() {
        if (showing == Showing.SELECTION) {
            insertion.takeBack();
        }
        return showing != Showing.NOTHING;
    }

    private boolean show(Showing next) {
        showing = next;
        reader.showBelow(next == Showing.NOTHING ? null : this::lines);
        return next != Showing.NOTHING;
    }

    void close() {
        show(Showing.NOTHING);
    }

    private List<String> lines(int room) {
        MenuText text = new MenuText(screen.get(), room);
        return switch (showing) {
            case NOTHING -> List.of();
            case CANDIDATES -> text.candidates(completions);
            case SYNOPSES -> text.synopses(completions);
            case SELECTION -> text.selection(completions, selected);
            case SYNOPSIS -> text.synopsis(page, completions);
            case HELP -> text.help(page);
        };
    }
}
