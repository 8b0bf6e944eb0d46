package simwright.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Says that a type breaks a law of the house on purpose, which one, and why; the architecture
/// tests let nothing else pass.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BreaksLaw {
  /// The law as the architecture tests name it, such as `time` or `catching`.
  String law();

  /// Why it has to be so.
  String because();
}
