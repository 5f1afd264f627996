package io.impsh.bulk;

import io.impsh.model.EntityRef;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * How the present state of an item's target compares with the plan.
 *
 * @param words where or what the target is, for people
 */
record State(Kind kind, String words) {
    /** The four ways to compare. */
    enum Kind {
        /** As the change leaves it. */
        CHANGED,
        /** As it was planned from. */
        UNCHANGED,
        /** Neither: someone else has been at it. */
        ELSEWHERE,
        UNREADABLE
    }

    /** @param names the name of a group, by id */
    static State of(PlanItem item, Observation observation, UnaryOperator<String> names) {
        if (observation instanceof Observation.Unreadable unreadable) {
            return new State(Kind.UNREADABLE, unreadable.words());
        }
        if (item.change() instanceof Change.Remove) {
            return ofRemoval(item, observation, names);
        }
        if (observation instanceof Observation.Made made) {
            return new State(Kind.CHANGED, made.words());
        }
        if (!(observation instanceof Observation.Present present)) {
            return new State(Kind.ELSEWHERE, "it is gone");
        }
        if (item.change() instanceof Change.Flag || item.change() instanceof Change.Unflag) {
            boolean changed = present.flagged() == item.change() instanceof Change.Flag;
            String words = present.flagged() ? "it is flagged" : "it is not flagged";
            return new State(changed ? Kind.CHANGED : Kind.UNCHANGED, words);
        }
        if (item.change() instanceof Change.Retag retag) {
            return ofTags(retag, present.tags());
        }
        if (item.change() instanceof Change.UpdateWebhook update) {
            return ofFacts(update, present.facts());
        }
        if (item.change() instanceof Change.Copy || item.change() instanceof Change.CreateWebhook) {
            return new State(Kind.UNCHANGED, "it has not been made");
        }
        if (item.change() instanceof Change.Rename rename) {
            return ofName(item, rename, present.name());
        }
        return ofGroup(item, present.group(), names);
    }

    private static State ofRemoval(PlanItem item, Observation observation, UnaryOperator<String> names) {
        if (!(observation instanceof Observation.Present present)) {
            return new State(Kind.CHANGED, "it is gone");
        }
        EntityRef group = present.group();
        boolean expected = group == null || sameGroup(group, item.from());
        return new State(
                expected ? Kind.UNCHANGED : Kind.ELSEWHERE, group == null ? "it is still there" : in(group, names));
    }

    /** Their order is the service's. */
    private static State ofTags(Change.Retag retag, List<String> tags) {
        String words = tags.isEmpty() ? "it has no tags" : "it has the tags " + String.join(", ", tags);
        Set<String> present = Set.copyOf(tags);
        if (present.equals(Set.copyOf(retag.to()))) {
            return new State(Kind.CHANGED, words);
        }
        return new State(present.equals(Set.copyOf(retag.from())) ? Kind.UNCHANGED : Kind.ELSEWHERE, words);
    }

    private static State ofFacts(Change.UpdateWebhook update, WebhookFacts facts) {
        String words = "it posts " + facts.contentType() + " to " + facts.url();
        if (facts.equals(update.to())) {
            return new State(Kind.CHANGED, words);
        }
        return new State(facts.equals(update.from()) ? Kind.UNCHANGED : Kind.ELSEWHERE, words);
    }

    private static State ofName(PlanItem item, Change.Rename rename, String name) {
        String words = Verdicts.sameName(name, null) ? "it has no name" : "it is called " + name;
        if (Verdicts.sameName(name, rename.name())) {
            return new State(Kind.CHANGED, words);
        }
        boolean expected = Verdicts.sameName(name, item.targetName());
        return new State(expected ? Kind.UNCHANGED : Kind.ELSEWHERE, words);
    }

    private static State ofGroup(PlanItem item, EntityRef group, UnaryOperator<String> names) {
        boolean changed = item.change() instanceof Change.Assign assign
                ? group != null && group.id().equals(assign.to().id())
                : item.change() instanceof Change.Unassign && group == null;
        if (changed) {
            return new State(Kind.CHANGED, in(group, names));
        }
        return new State(sameGroup(group, item.from()) ? Kind.UNCHANGED : Kind.ELSEWHERE, in(group, names));
    }

    private static boolean sameGroup(EntityRef one, EntityRef other) {
        return Objects.equals(one == null ? null : one.id(), other == null ? null : other.id());
    }

    private static String in(EntityRef group, UnaryOperator<String> names) {
        return group == null ? "it is unassigned" : "it is in " + names.apply(group.id());
    }
}
