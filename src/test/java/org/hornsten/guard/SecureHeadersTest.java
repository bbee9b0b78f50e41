package org.hornsten.guard;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Wherever people come from outside, browsers are told to come back by https only, for a year. */
class SecureHeadersTest {
    @ParameterizedTest
    @CsvSource({"true,max-age=31536000; includeSubDomains", "false,"})
    void browsers_are_told_to_come_by_https(boolean secure, String told) {
        Filters filters = new Filters();
        new Headers(secure, false, Optional.empty()).register(filters);
        Vertx vertx = Vertx.vertx();
        try {
            Router router = Router.router(vertx);
            filters.getFilters().forEach(filter -> router.route().handler(filter.getHandler()));
            router.route().handler(context -> context.response().setStatusCode(404).end());
            HttpServer server = vertx.createHttpServer().requestHandler(router).listen(0)
                    .toCompletionStage().toCompletableFuture().join();
            assertEquals(told, RestAssured.get("http://localhost:" + server.actualPort() + "/")
                    .header("Strict-Transport-Security"));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }
}
