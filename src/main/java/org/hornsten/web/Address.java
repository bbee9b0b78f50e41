package org.hornsten.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where the house is found from outside, as its operator says: what is sent out must not believe the Host header of
 * whoever asked.
 */
@ApplicationScoped
public class Address {
    private final URI house;

    Address(@ConfigProperty(name = "hornsten.address") URI house) {
        this.house = house;
    }

    /** The whole address of a path of ours. */
    public String of(String path) {
        return house.resolve(path).toString();
    }

    /** Its name alone, for what has to be told apart from other houses'. */
    public String host() {
        return house.getHost();
    }
}
