package io.impsh.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Predicate;

/**
 * Changes that were decided on and not made. Immutable; making or narrowing one sends nothing. It may be empty, which
 * {@link #title()} says.
 */
public final class Plan {
    private static final int ID_LENGTH = 6;

    private final String id;
    private final Instant plannedAt;
    private final String nothing;
    private final List<PlanItem> items;
    private final PlanContext context;
    private final boolean mustLookAgain;

    Plan(Instant plannedAt, String nothing, List<PlanItem> items, PlanContext context) {
        this(plannedAt, nothing, items, context, false);
    }

    private Plan(Instant plannedAt, String nothing, List<PlanItem> items, PlanContext context, boolean mustLookAgain) {
        this(UUID.randomUUID().toString().substring(0, ID_LENGTH), plannedAt, nothing, items, context, mustLookAgain);
    }

    /** @param id of the plan that it is, as it was kept */
    Plan(
            String id,
            Instant plannedAt,
            String nothing,
            List<PlanItem> items,
            PlanContext context,
            boolean mustLookAgain) {
        this.id = id;
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
        return question(sent());
    }

    /** @param open those of its items that are asked about */
    Question question(List<PlanItem> open) {
        return PlanWording.question(open, context.webhooks(open), open.stream().anyMatch(PlanItem::touchesProduction));
    }

    /** The items that applying it sends. */
    List<PlanItem> sent() {
        return items.stream().filter(item -> item.verdict().sent()).toList();
    }

    /** What its title is when nothing will be sent. */
    String nothing() {
        return nothing;
    }

    PlanContext context() {
        return context;
    }

    /** The same plan, with what its items lack. */
    Plan filledIn(List<PlanItem> others) {
        return new Plan(id, plannedAt, nothing, others, context, mustLookAgain);
    }

    /** Another plan, of what takes this one back. */
    Plan reversed(Instant now, List<PlanItem> reverse, DoubleSupplier requestsPerSecond) {
        PlanContext names = new PlanContext(context.home(), context.accountNames(), Map.of(), requestsPerSecond);
        return new Plan(now, "undo nothing", reverse, names, true);
    }

    Plan again(List<PlanItem> others) {
        return new Plan(plannedAt, nothing, others, context, true);
    }

    /** Whether its items have to be looked at before they are sent however young it is. */
    boolean mustLookAgain() {
        return mustLookAgain;
    }
}
