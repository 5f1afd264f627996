package io.impsh.sandbox;

/**
 * What is fixed about a simulated device.
 *
 * @param impType module name, such as {@code imp003}
 * @param macAddress lower case with colons
 * @param ipAddress the four bytes of an IPv4 address
 * @param planId written as 16 hexadecimal digits
 * @param freeMemory bytes
 * @param signal dBm, negative
 */
record DeviceHardware(
        String impType,
        String macAddress,
        int ipAddress,
        long planId,
        int freeMemory,
        int signal,
        String softwareVersion) {

    boolean isFirstGeneration() {
        return impType.equals("imp001");
    }

    String dottedAddress() {
        return (ipAddress >>> 24) + "." + (ipAddress >>> 16 & 255) + "." + (ipAddress >>> 8 & 255) + "."
                + (ipAddress & 255);
    }
}
