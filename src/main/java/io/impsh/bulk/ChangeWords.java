package io.impsh.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * How a change is spoken of.
 *
 * @param verb in front of what it is done to, such as {@code move}
 * @param predicate behind several of them, such as {@code are removed}
 * @param result in front of nothing more: what becomes of them, such as {@code removed}
 */
record ChangeWords(String verb, String predicate, String result) {
    static ChangeWords of(Change change) {
        if (change instanceof Change.Assign) {
            return new ChangeWords("move", "move", "moved");
        }
        if (change instanceof Change.Unassign) {
            return new ChangeWords("unassign", "are unassigned", "unassigned");
        }
        if (change instanceof Change.Restart) {
            return new ChangeWords("restart", "restart", "restarted");
        }
        if (change instanceof Change.Rename) {
            return new ChangeWords("rename", "get another name", "renamed");
        }
        if (change instanceof Change.Remove) {
            return new ChangeWords("remove", "are removed", "removed");
        }
        return ofWebhook(change);
    }

    private static ChangeWords ofWebhook(Change change) {
        if (change instanceof Change.CreateWebhook create) {
            String what = "a webhook for " + create.facts().event();
            return new ChangeWords(
                    "give " + what + " to",
                    "get " + what,
                    "given " + what + ", " + create.facts().url());
        }
        return change instanceof Change.UpdateWebhook
                ? new ChangeWords("update", "are updated", "updated")
                : ofBuild(change);
    }

    private static ChangeWords ofBuild(Change change) {
        if (change instanceof Change.Copy) {
            return new ChangeWords("copy", "are copied", "copied");
        }
        if (change instanceof Change.Retag retag) {
            return new ChangeWords("retag", "get other tags", retagged(retag));
        }
        return change instanceof Change.Flag
                ? new ChangeWords("flag", "are flagged", "flagged")
                : new ChangeWords("unflag", "are unflagged", "unflagged");
    }

    /** Such as {@code tagged v2, without v1}. */
    private static String retagged(Change.Retag retag) {
        List<String> parts = new ArrayList<>();
        add(parts, "tagged ", retag.to(), retag.from());
        add(parts, "without ", retag.from(), retag.to());
        return parts.isEmpty() ? "retagged" : String.join(", ", parts);
    }

    private static void add(List<String> parts, String word, List<String> tags, List<String> butNot) {
        List<String> rest = new ArrayList<>(tags);
        rest.removeAll(butNot);
        if (!rest.isEmpty()) {
            parts.add(word + String.join(" ", rest));
        }
    }

    /** What is different between two webhooks, as the one has it. */
    static String facts(WebhookFacts facts, WebhookFacts other) {
        List<String> parts = new ArrayList<>();
        if (!facts.url().equals(other.url())) {
            parts.add(facts.url());
        }
        if (!facts.contentType().equals(other.contentType())) {
            parts.add(facts.contentType());
        }
        return String.join(", ", parts);
    }

    /** Such as {@code v1, beta}. */
    static String tags(List<String> tags) {
        return tags.isEmpty() ? "no tags" : String.join(", ", tags);
    }
}
