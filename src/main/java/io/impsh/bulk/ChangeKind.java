package io.impsh.bulk;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What files call the kinds of {@link Change}. */
enum ChangeKind {
    ASSIGN("assign", Change.Assign.class),
    UNASSIGN("unassign", Change.Unassign.class),
    RESTART("restart", Change.Restart.class),
    RENAME("rename", Change.Rename.class),
    FLAG("flag", Change.Flag.class),
    UNFLAG("unflag", Change.Unflag.class),
    RETAG("retag", Change.Retag.class),
    COPY("copy", Change.Copy.class),
    CREATE_WEBHOOK("createWebhook", Change.CreateWebhook.class),
    UPDATE_WEBHOOK("updateWebhook", Change.UpdateWebhook.class),
    REMOVE("remove", Change.Remove.class);

    private final String word;
    private final Class<? extends Change> type;

    ChangeKind(String word, Class<? extends Change> type) {
        this.word = word;
        this.type = type;
    }

    String word() {
        return word;
    }

    static ChangeKind of(Change change) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.isInstance(change))
                .findFirst()
                .orElseThrow();
    }

    static ChangeKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRecord("unknown kind of change '" + word + "'; known are "
                        + Arrays.stream(values()).map(ChangeKind::word).collect(Collectors.joining(", "))));
    }
}
