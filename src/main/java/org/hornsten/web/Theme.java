package org.hornsten.web;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How the house looks and what the organisation calls itself; the files are made by the build from {@code themes/}. */
@ApplicationScoped
public class Theme {
    private final String name;
    private final Properties assets;
    private final Properties words;

    Theme(@ConfigProperty(name = "hornsten.theme", defaultValue = "plain") String name) {
        this.name = name;
        this.assets = read("web/assets.properties");
        this.words = read("web/themes/" + name + ".properties");
    }

    /** Its address, which changes whenever its content does. */
    public String asset(String file) {
        String address = assets.getProperty(file);
        if (address == null) throw new IllegalStateException("No such asset: " + file);
        return address;
    }

    public String sheet(String mode) {
        return asset(name + "-" + mode + ".css");
    }

    public String logo(String mode) {
        return asset(name + (mode.equals("dark") ? "-logo-dark.svg" : "-logo.svg"));
    }

    public String organisation(String language) {
        return words.getProperty("name." + language, "Hörnsten");
    }

    public String phone() {
        return words.getProperty("phone", "");
    }

    public String mail() {
        return words.getProperty("mail", "");
    }

    /** The colour of a button where no sheet reaches: in e-mails. */
    public String button() {
        return words.getProperty("button", "");
    }

    private static Properties read(String file) {
        Properties properties = new Properties();
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("The build has not made " + file);
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        } catch (IOException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
