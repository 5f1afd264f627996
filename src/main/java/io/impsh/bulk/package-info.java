/**
 * Changes many things safely: a plan says what would happen, applying it says what did.
 *
 * <p>Main types: {@link io.impsh.bulk.Planner} makes a {@link io.impsh.bulk.Plan} of {@link io.impsh.bulk.PlanItem}s and
 * predicts what will be refused; {@link io.impsh.bulk.Applier} applies it and reads the results back, because the
 * service's bulk calls are not atomic; {@link io.impsh.bulk.Report} has one {@link io.impsh.bulk.Outcome} per item.
 * {@link io.impsh.bulk.Journals} keep what was done, so that it can be taken up again or undone after anything that
 * befalls the program: {@link io.impsh.bulk.JournalledPlan}. {@code docs/architecture.md} has a map of the classes.
 *
 * <p>May import: root, model, api. Third party kept inside: Jackson, for journals and plan files. Nothing here asks or prints: questions go through
 * {@link io.impsh.bulk.Confirmation}, progress through {@link io.impsh.bulk.ApplyListener}.
 */
package io.impsh.bulk;
