"""The dashboard: Streamlit pages over the validated datasets."""
