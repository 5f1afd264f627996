/**
 * Changes many things safely: a plan says what would happen, applying it says what did.
 *
 * <p>Main types: {@link io.impsh.bulk.Planner} makes a {@link io.impsh.bulk.Plan} of {@link io.impsh.bulk.PlanItem}s and
 * predicts what will be refused; {@link io.impsh.bulk.Applier} applies it and reads the results back, because the
 * service's bulk calls are not atomic; {@link io.impsh.bulk.Report} has one {@link io.impsh.bulk.Outcome} per item.
 *
 * <p>May import: root, model, api. Nothing here asks or prints: questions go through
 * {@link io.impsh.bulk.Confirmation}, progress through {@link io.impsh.bulk.ApplyListener}.
 */
package io.impsh.bulk;
