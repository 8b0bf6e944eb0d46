package simwright.app;

import simwright.audit.Book;
import simwright.observe.Observable;
import simwright.observe.Value;
import simwright.ui.frame.StatusSource;

/// What the status bar shows.
final class ScreenStatus implements StatusSource {
  private final Value<LogState> log = new Value<>(new LogState(true, 0, 0));
  private final Value<String> operator = new Value<>(System.getProperty("user.name"));

  ScreenStatus(Book book) {
    var unused =
        book.standing()
            .subscribe(now -> log.set(new LogState(true, now.records(), now.unanchored())));
  }

  @Override
  public Observable<LogState> log() {
    return log;
  }

  @Override
  public Observable<String> operator() {
    return operator;
  }
}
