/**
 * Changes many things safely: what was selected, the plan, applying it, and what came of it.
 *
 * <p>Main types: {@code Plan}, {@code PlanItem}, {@code Applier}, {@code Report}.
 *
 * <p>May import: root, model, api. Third party kept inside: Jackson. Nothing here asks or prints; questions go through {@code Confirmation}, progress through {@code ApplyListener}.
 */
package io.impsh.bulk;
