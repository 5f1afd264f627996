package io.impsh.bulk;

/**
 * How one item ended.
 *
 * @param reason the service's words or ours; {@code null} when done or planned
 */
public record ItemResult(PlanItem item, Outcome outcome, String reason) {}
