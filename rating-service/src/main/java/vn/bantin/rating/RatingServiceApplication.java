package vn.bantin.rating;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the rating-service. */
@SpringBootApplication
public class RatingServiceApplication {

	/**
	 * Starts it.
	 * @param args Spring Boot's
	 */
	public static void main(String[] args) {
		SpringApplication.run(RatingServiceApplication.class, args);
	}

}
