package org.hornsten.rating;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of saying something, of typing it in for others, of the receipt, and of rating. */
@MessageBundle("rating")
public interface RatingMessages {
    @Message String rate_title(int number);
    @Message String rate_nothing();
    @Message String rate_who(int k);
    @Message String rate_send();
    @Message String rate_send_again();
    @Message String rated();
    @Message String rated_again();
    @Message String face_missing(String question);
    @Message String criterion_unknown(String key);
    @Message String score_wrong();
    @Message String scores_missing();
    @Message String rated_for_good();
    @Message String rated_unnamed();
    @Message String rate_once();
}
