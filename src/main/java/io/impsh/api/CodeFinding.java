package io.impsh.api;

/**
 * What the compiler says about one place of the code. Every part may be {@code null}.
 *
 * @param type {@code ERROR} or {@code WARNING}
 * @param file {@link #DEVICE} or {@link #AGENT}
 * @param row counted from 1
 * @param column counted from 1, in characters
 */
public record CodeFinding(String type, String file, Long row, Long column, String text) {
    public static final String DEVICE = "device_code";
    public static final String AGENT = "agent_code";
}
