package io.impsh.api;

import io.impsh.model.EntityRef;

/**
 * A webhook to create.
 *
 * @param group with its concrete type
 * @param event {@code blessing}, {@code blinkup} or {@code deployment}
 * @param contentType {@code application/json} or {@code application/x-www-form-urlencoded}
 */
public record NewWebhook(EntityRef group, String url, String event, String contentType) {}
