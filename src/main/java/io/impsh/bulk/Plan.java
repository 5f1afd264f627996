package io.impsh.bulk;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Changes that were decided on and not made. Immutable; making or narrowing one sends nothing. It may be empty, which
 * {@link #title()} says.
 */
public final class Plan {
    private static final int ID_LENGTH = 6;

    private final String id = UUID.randomUUID().toString().substring(0, ID_LENGTH);
    private final Instant plannedAt;
    private final String nothing;
    private final List<PlanItem> items;
    private final PlanContext context;
    private final boolean mustLookAgain;

    Plan(Instant plannedAt, String nothing, List<PlanItem> items, PlanContext context) {
        this(plannedAt, nothing, items, context, false);
    }

    private Plan(Instant plannedAt, String nothing, List<PlanItem> items, PlanContext context, boolean mustLookAgain) {
        this.plannedAt = plannedAt;
        this.nothing = nothing;
        this.items = List.copyOf(items);
        this.context = context;
        this.mustLookAgain = mustLookAgain;
    }

    /** Hexadecimal digits. A narrowed plan is another plan and has another id. */
    public String id() {
        return id;
    }

    /** When the state that it starts from was read. */
    public Instant plannedAt() {
        return plannedAt;
    }

    /** What it does, such as {@code move 66 devices}: counts what will be sent. */
    public String title() {
        return PlanWording.title(items, nothing);
    }

    public List<PlanItem> items() {
        return items;
    }

    public PlanSummary summary() {
        return context.summary(title(), items);
    }

    /** Where it can be applied. */
    public Home home() {
        return context.home();
    }

    /** Only the items that pass. */
    public Plan where(Predicate<PlanItem> test) {
        return new Plan(plannedAt, nothing, items.stream().filter(test).toList(), context, mustLookAgain);
    }

    /** Only the items that do not pass. */
    public Plan without(Predicate<PlanItem> test) {
        return where(test.negate());
    }

    /** Whether anything that will be sent is in, moves into or is a (pre-)production group. */
    public boolean touchesProduction() {
        return items.stream().anyMatch(item -> item.verdict().sent() && item.touchesProduction());
    }

    /** What is asked before it is applied. */
    Question question() {
        List<PlanItem> sent = sent();
        return PlanWording.question(sent, context.webhooks(sent), touchesProduction());
    }

    /** The items that applying it sends. */
    List<PlanItem> sent() {
        return items.stream().filter(item -> item.verdict().sent()).toList();
    }

    Plan again(List<PlanItem> others) {
        return new Plan(plannedAt, nothing, others, context, true);
    }

    /** Whether its items have to be looked at before they are sent however young it is. */
    boolean mustLookAgain() {
        return mustLookAgain;
    }
}
