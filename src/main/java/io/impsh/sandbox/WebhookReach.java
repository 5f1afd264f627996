package io.impsh.sandbox;

/** Where webhooks may go. */
public enum WebhookReach {
    /** To every URL. */
    ANY,
    /** To this machine only. */
    LOOPBACK,
    /** Nowhere. */
    OFF;

    /** Whether a host, as it stands in a URL, may be called. Names are not looked up: that would reach further already. */
    boolean includes(String host) {
        return switch (this) {
            case ANY -> true;
            case LOOPBACK ->
                host.equalsIgnoreCase("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
            case OFF -> false;
        };
    }
}
