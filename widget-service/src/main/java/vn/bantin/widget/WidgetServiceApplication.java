package vn.bantin.widget;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the widget-service. */
@SpringBootApplication
public class WidgetServiceApplication {

	/**
	 * Starts it.
	 * @param args Spring Boot's
	 */
	public static void main(String[] args) {
		SpringApplication.run(WidgetServiceApplication.class, args);
	}

}
