//! How deliveries are authenticated: from a scheme plan and a delivery to verified bytes.
