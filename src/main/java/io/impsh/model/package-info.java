/**
 * What the entities of impCentral are: immutable records, ids, enums and the service's own JSON names.
 *
 * <p>Main types: {@code Device}, {@code DeviceGroup}, {@code Product},
 * {@code Deployment}, {@code Webhook}, {@code Account}, {@code EntityRef}.
 *
 * <p>May import: root. Third party: Jackson's annotations. No input or output happens here.
 */
package io.impsh.model;
