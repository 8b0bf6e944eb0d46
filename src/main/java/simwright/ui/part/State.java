package simwright.ui.part;

import simwright.ui.fx.Text;

/// How something stands: always shown as word, shape and colour together.
public enum State {
  /// It holds.
  PASS("state.pass", "pass"),
  /// It does not hold.
  FAIL("state.fail", "fail"),
  /// It holds, near the limit.
  MARGINAL("state.marginal", "marginal"),
  /// It could not be told: the bench or the conversation broke.
  ERROR("state.error", "error"),
  /// At work.
  BUSY("state.busy", "busy"),
  /// Waiting for a person or a network.
  WAITING("state.waiting", "waiting"),
  /// Nothing was asked.
  IDLE("state.idle", "idle");

  private final String key;
  private final String style;

  State(String key, String style) {
    this.key = key;
    this.style = style;
  }

  /// The word for it.
  public String word() {
    return Text.of(key);
  }

  /// The last part of its style class: `sw-state-pass`.
  public String styleClass() {
    return "sw-state-" + style;
  }
}
