package io.impsh.model;

/**
 * A pointer to an entity, as the service writes relationships: flat, {@code {"type": …, "id": …}}.
 *
 * @param type the service's concrete type, such as {@code device} or {@code production_devicegroup}
 * @param id the id; for device groups, products, accounts and deployments a hexadecimal 8-4-4-4-12 text
 */
public record EntityRef(String type, String id) {}
