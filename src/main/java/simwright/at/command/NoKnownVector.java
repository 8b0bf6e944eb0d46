package simwright.at.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that no recorded answer is known for a command, and why; a test demands one for all others.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface NoKnownVector {
  /// Why there is none.
  String because();
}
